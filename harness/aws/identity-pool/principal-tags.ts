import type { IdentityPool, PrincipalTag, PrincipalTagMap } from '../../model/identity-pool-records.ts';
import { attributeLimits } from '../limits.ts';
import { poolLimits } from './limits.ts';
import { type PoolLogin, valuesOfClaim } from './login.ts';

/** Tag keys and claims of "Use default mappings": user name and client, from `sub` and `aud`. */
export const defaultTags: PrincipalTagMap['tags'] = [
  { key: 'username', claim: 'sub' },
  { key: 'client', claim: 'aud' },
];

/** Keys and claims that count for a provider; none where attributes for access control are inactive. */
export function tagMappingOf(pool: IdentityPool, provider: string): PrincipalTagMap['tags'] {
  const map = pool.principalTags.find((one) => one.provider === provider);
  if (map === undefined) return [];
  return map.useDefaults ? defaultTags : map.tags;
}

/** Tags that a login brings to the session: a claim that is absent or empty gives none, of several values the first counts. */
export function principalTagsOf(pool: IdentityPool, login: PoolLogin): readonly PrincipalTag[] {
  return tagMappingOf(pool, login.provider).flatMap(({ key, claim }) => {
    const [value] = valuesOfClaim(login, claim);
    return value === undefined || value === '' ? [] : [{ key, value }];
  });
}

/** What keeps tags from being passed on, or nothing. */
export function tagFault(tags: readonly PrincipalTag[]): string | undefined {
  const { tagPattern, tagValueLength } = attributeLimits;
  const bad = tags.find(
    ({ key, value }) => !tagPattern.test(key) || !tagPattern.test(value) || value.length > tagValueLength.max,
  );
  if (bad !== undefined) return `The tag ${bad.key} has characters or a length that STS refuses.`;
  const bytes = tagBytes(tags);
  if (bytes <= poolLimits.tagBytes) return undefined;
  return `The tags have ${bytes} bytes together, of at most ${poolLimits.tagBytes}.`;
}

/** Bytes of all keys and values; that both count is an assumption. */
export function tagBytes(tags: readonly PrincipalTag[]): number {
  return tags.reduce((sum, { key, value }) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
}
