import { defineProfile } from '../model/profile.ts';

/** IAM Identity Center's SCIM service: the RFCs but for what AWS leaves out or has otherwise. */
export const scimServiceIdentityCenter = defineProfile({
  id: 'scim-service-identity-center',
  title: 'The SCIM service of AWS IAM Identity Center',
  version: 1,
  extends: ['scim-service'],
  skewMs: 180_000,
  checks: {
    // What the RFCs have otherwise than AWS is no fault of it.
    'scim-service/rfc': 'off',
    'scim-service/identity-center': { severity: 'error' },
  },
});
