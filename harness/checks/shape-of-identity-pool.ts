import { z } from 'zod';
import { poolOperations } from '../model/identity-pool-records.ts';

const text = z.string();
const tags = z.array(z.looseObject({ key: text, value: text }));
const answer = z.discriminatedUnion('outcome', [
  z.looseObject({ outcome: z.literal('identity'), status: z.number(), identityId: text }),
  z.looseObject({
    outcome: z.literal('credentials'),
    status: z.number(),
    identityId: text,
    expiresAt: text,
    assumedRoleArn: text.optional(),
    principalTags: tags.optional(),
  }),
  z.looseObject({ outcome: z.literal('token'), status: z.number(), identityId: text }),
  z.looseObject({ outcome: z.literal('refused'), status: z.number(), code: text, message: text }),
]);

const pool = z.looseObject({
  identityPoolId: text,
  name: text,
  allowUnauthenticated: z.boolean(),
  allowClassicFlow: z.boolean().optional(),
  samlProviders: z.array(text),
  developerProvider: text.optional(),
  authenticatedRole: text.optional(),
  unauthenticatedRole: text.optional(),
  roleMappings: z.array(
    z.looseObject({
      provider: text,
      type: text,
      ambiguousRoleResolution: text.optional(),
      rules: z.array(z.looseObject({ claim: text, matchType: text, value: text, roleArn: text })),
    }),
  ),
  principalTags: z.array(
    z.looseObject({
      provider: text,
      useDefaults: z.boolean(),
      tags: z.array(z.looseObject({ key: text, claim: text })),
    }),
  ),
});

/** What the checks rely on in the record "identity-pool". */
export const identityPoolShape = z.looseObject({
  pool,
  accountId: text,
  provider: text,
  roles: z.array(
    z.looseObject({
      arn: text,
      name: text,
      path: text,
      maxSessionSeconds: z.number().optional(),
      trustPolicy: text,
    }),
  ),
  calls: z.array(
    z.looseObject({
      operation: z.enum(poolOperations),
      url: text,
      askedAt: text,
      signed: z.boolean(),
      identityPoolId: text.optional(),
      identityId: text.optional(),
      logins: z.array(z.looseObject({ provider: text, length: z.number(), sha256: text })),
      customRoleArn: text.optional(),
      expected: text.optional(),
      answer,
    }),
  ),
  agreed: z.looseObject({ role: text.nullable(), tags }).optional(),
  earlierIdentityId: text.optional(),
});
