import { z } from 'zod';
import { accountId, accountsShape } from '../iam/config.ts';
import { settingsBody } from '../sts/config.ts';

const rule = z.strictObject({
  claim: z.string(),
  matchType: z.string(),
  value: z.string(),
  roleArn: z.string(),
});

/** A pool in the words of `IdentityPool`; what the console would refuse is taken too, to see what comes of it. */
export const poolBody = z.strictObject({
  identityPoolId: z.string().regex(/^[\w-]+:[0-9a-f-]+$/, 'an identity pool ID such as us-east-1:1111…'),
  name: z.string().min(1),
  allowUnauthenticated: z.boolean().default(false),
  allowClassicFlow: z.boolean().exactOptional(),
  samlProviders: z.array(z.string()).readonly().default([]),
  developerProvider: z.string().exactOptional(),
  authenticatedRole: z.string().exactOptional(),
  unauthenticatedRole: z.string().exactOptional(),
  roleMappings: z
    .array(
      z.strictObject({
        provider: z.string(),
        type: z.string(),
        ambiguousRoleResolution: z.string().exactOptional(),
        rules: z.array(rule).readonly().default([]),
      }),
    )
    .readonly()
    .default([]),
  principalTags: z
    .array(
      z.strictObject({
        provider: z.string(),
        useDefaults: z.boolean().default(false),
        tags: z
          .array(z.strictObject({ key: z.string(), claim: z.string() }))
          .readonly()
          .default([]),
      }),
    )
    .readonly()
    .default([]),
});
export type PoolInput = z.input<typeof poolBody>;

const region = z.string().regex(/^[a-z]{2}(-gov)?-[a-z]+-\d$/);

export const identityPoolShape = {
  ...accountsShape,
  region: region.default('us-east-1'),
  /** Account of the pools. */
  account: accountId.default('111122223333'),
  pools: z.array(poolBody).default([]),
  /** What is not documented of how assertions are judged; the same as STS's. */
  settings: settingsBody.default(() => settingsBody.parse({})),
};
export const identityPoolBody = z.strictObject(identityPoolShape);
export type IdentityPoolConfig = z.input<typeof identityPoolBody>;
