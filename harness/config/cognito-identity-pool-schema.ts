import { z } from 'zod';
import { hostName } from './host-name.ts';

/** A SAML identity provider in front of an identity pool, and the web application whose people it identifies. */
export const cognitoIdentityPool = z.strictObject({
  profile: z.string().default('cognito-identity-pool'),
  idp: z.strictObject({ host: hostName.default('acme.1kosmos.net') }).prefault({}),
  /** The web application double. */
  application: z
    .strictObject({
      name: z.string().min(1).default('Acme Reports'),
      host: hostName.default('reports.acme.example'),
    })
    .prefault({}),
  identityPool: z
    .strictObject({
      id: z
        .string()
        .regex(
          /^[a-z]{2}(-[a-z]+)+-\d:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
          'an identity pool ID such as us-east-1:11111111-2222-3333-4444-555555555555',
        )
        .default('us-east-1:11111111-2222-3333-4444-555555555555'),
    })
    .prefault({}),
});
