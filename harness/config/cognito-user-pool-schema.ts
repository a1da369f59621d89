import { z } from 'zod';
import { hostName } from './host-name.ts';

/** 1Kosmos as the OpenID Connect provider of a user pool, and step-up by its Lambda triggers. */
export const cognitoUserPool = z.strictObject({
  profile: z.string().default('cognito-user-pool-oidc'),
  idp: z.strictObject({ host: hostName.default('acme.1kosmos.net') }).prefault({}),
});
