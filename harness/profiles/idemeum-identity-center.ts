import { defineProfile } from '../model/profile.ts';

/** Sign-in to the AWS access portal from idemeum's catalog, by people whom idemeum provisions. */
export const idemeumIdentityCenter = defineProfile({
  id: 'idemeum-identity-center',
  title: 'AWS IAM Identity Center with idemeum and SCIM provisioning',
  version: 1,
  extends: ['aws-identity-center'],
  skewMs: 180_000,
  checks: {},
});
