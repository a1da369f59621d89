import { z } from 'zod';
import type { Pool, TokenRequest } from './pool.ts';
import { PoolError } from './pool-error.ts';
import type { AppClient, PoolConfig, PoolUser } from './types.ts';

export type TokenClaims = Readonly<Record<string, unknown>>;

const groupOverride = z
  .object({
    groupsToOverride: z.array(z.string()).nullish(),
    iamRolesToOverride: z.array(z.string()).nullish(),
    preferredRole: z.string().nullish(),
  })
  .nullish();

/** Response of the pre token generation trigger, event version 1 (COG, user-pool-lambda-pre-token-generation). */
const triggerResponse = z.object({
  claimsOverrideDetails: z
    .object({
      claimsToAddOrOverride: z.record(z.string(), z.string()).nullish(),
      claimsToSuppress: z.array(z.string()).nullish(),
      groupOverrideDetails: groupOverride,
    })
    .nullish(),
});

/** Claims that no function may change (same page). */
const untouchable = [
  'acr',
  'amr',
  'at_hash',
  'auth_time',
  'azp',
  'exp',
  'iat',
  'iss',
  'jti',
  'nbf',
  'nonce',
  'origin_jti',
  'sub',
  'token_use',
  'aud',
  'identities',
  'cognito:username',
];

export interface ClaimChange {
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  readonly preferredRole: string | undefined;
  readonly extra: TokenClaims;
  readonly suppressed: readonly string[];
}

/** Calls the pre token generation trigger, and reads what it wants of the ID token. @throws PoolError */
export async function overrideClaims(
  trigger: Pool['trigger'],
  about: {
    readonly config: PoolConfig;
    readonly client: AppClient;
    readonly user: PoolUser;
    readonly source: TokenRequest['triggerSource'];
    readonly clientMetadata: TokenRequest['clientMetadata'];
  },
): Promise<ClaimChange> {
  const { config, client, user, source, clientMetadata } = about;
  const held = config.groups
    .filter(({ name, roleArn }) => roleArn !== undefined && user.groups.includes(name))
    .sort((a, b) => (a.precedence ?? Infinity) - (b.precedence ?? Infinity));
  const roles = held.flatMap(({ roleArn }) => roleArn ?? []);
  const preferredRole = held.find(({ precedence }) => precedence !== undefined)?.roleArn;
  const event = await trigger(source, {
    userName: user.username,
    clientId: client.id,
    request: {
      userAttributes: { sub: user.sub, 'cognito:user_status': user.status, ...user.attributes },
      groupConfiguration: {
        groupsToOverride: user.groups,
        iamRolesToOverride: roles,
        preferredRole: preferredRole ?? null,
      },
      ...(clientMetadata === undefined ? {} : { clientMetadata }),
    },
    response: { claimsOverrideDetails: null },
  });
  const parsed = triggerResponse.safeParse(event.response);
  if (!parsed.success) throw new PoolError('InvalidLambdaResponseException', 'Unrecognizable lambda output');
  const details = parsed.data.claimsOverrideDetails;
  const override = details?.groupOverrideDetails;
  const isFree = (name: string) => !untouchable.includes(name);
  return {
    groups: override?.groupsToOverride ?? user.groups,
    roles: override?.iamRolesToOverride ?? roles,
    preferredRole: override?.preferredRole ?? preferredRole,
    extra: Object.fromEntries(
      Object.entries(details?.claimsToAddOrOverride ?? {}).filter(([name]) => isFree(name)),
    ),
    suppressed: (details?.claimsToSuppress ?? []).filter(isFree),
  };
}
