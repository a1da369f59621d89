import { defineProfile } from '../model/profile.ts';

/** Any SCIM 2.0 service, by the RFCs alone. */
export const scimService = defineProfile({
  id: 'scim-service',
  title: 'A SCIM 2.0 service by RFC 7643 and RFC 7644',
  version: 1,
  extends: [],
  skewMs: 180_000,
  checks: {
    'scim-service/rfc': { severity: 'error' },
    'scim-service/own-error': { severity: 'error' },
    'scim-service/error-body': { severity: 'error' },
    'scim-service/media-type': { severity: 'error' },
    'scim-service/token-kept': { severity: 'error' },
    'scim-service/cleared': { severity: 'error' },
  },
});
