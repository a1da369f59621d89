import { z } from 'zod';
import { hostName } from './host-name.ts';
import { stepUp } from './step-up-schema.ts';

/** 1Kosmos as the OpenID Connect provider of a user pool, and step-up by its Lambda triggers. */
export const cognitoUserPool = z.strictObject({
  profile: z.string().default('cognito-user-pool-oidc'),
  idp: z.strictObject({ host: hostName.default('acme.1kosmos.net') }).prefault({}),
  userPool: z
    .strictObject({
      region: z
        .string()
        .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as us-east-1')
        .default('us-east-1'),
      /** The part of the pool's id after the region. */
      id: z
        .string()
        .regex(/^[0-9A-Za-z]{1,40}$/, 'letters and digits, as after the underscore of a pool id')
        .default('Acme12345'),
      /** Domain prefix: `<prefix>.auth.<region>.amazoncognito.com`. */
      prefix: z
        .string()
        .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'a domain prefix in lower case')
        .default('acme'),
      /** Name of the identity provider in the pool; user names begin with it. */
      provider: z.string().min(3).max(32).default('1Kosmos'),
    })
    .prefault({}),
  /** The application behind the pool. */
  application: z.strictObject({ host: hostName.default('app.acme.example') }).prefault({}),
  /** The API whose resource wants a proofed identity. */
  api: z.strictObject({ host: hostName.default('api.acme.example') }).prefault({}),
  /** Sign-up proofing and step-up by Lambda triggers. */
  stepUp: stepUp.prefault({}),
});
