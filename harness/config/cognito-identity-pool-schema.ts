import { z } from 'zod';
import { hostName } from './host-name.ts';

/** A SAML identity provider in front of an identity pool. */
export const cognitoIdentityPool = z.strictObject({
  profile: z.string().default('cognito-identity-pool'),
  idp: z.strictObject({ host: hostName.default('acme.1kosmos.net') }).prefault({}),
});
