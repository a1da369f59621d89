import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { principalTagsOf } from '../../aws/identity-pool/principal-tags.ts';
import { attributeLimits, within } from '../../aws/limits.ts';
import type { PrincipalTag } from '../../model/identity-pool-records.ts';
import { type Given, loginOf } from './_pool.ts';

export function isTagKey(key: string): boolean {
  return (
    within(key.length, poolLimits.tagKeyLength) &&
    attributeLimits.tagPattern.test(key) &&
    !key.toLowerCase().startsWith('aws:')
  );
}

export function isTagValue(value: string): boolean {
  return within(value.length, attributeLimits.tagValueLength) && attributeLimits.tagPattern.test(value);
}

/** Tags that this login brings to its session by the configuration. */
export function sessionTagsOf(given: Given): readonly PrincipalTag[] {
  const login = loginOf(given);
  return login === undefined ? [] : principalTagsOf(given['identity-pool'].pool, login);
}

export function hasSessionTags(given: Given): true | string {
  return sessionTagsOf(given).length > 0 || 'The login brings no tags.';
}

/** `Department=Engineering, Floor=3`, in the order of the keys; the same for the same tags. */
export function describeTags(tags: readonly PrincipalTag[]): string {
  if (tags.length === 0) return 'no tags';
  return tags
    .map(({ key, value }) => `${key}=${value}`)
    .sort()
    .join(', ');
}
