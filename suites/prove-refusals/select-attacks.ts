import { CountersignError } from '../../harness/model/error.ts';
import type { Mutation } from '../../harness/model/mutation.ts';
import { matches } from './explain.ts';

/**
 * The attacks on service providers, or those of them that are asked for.
 * @param patterns ids, or `family/*`; all when empty
 * @throws CountersignError `usage` when one names no attack
 */
export function selectAttacks(
  mutations: readonly Mutation[],
  patterns: readonly string[],
): readonly Mutation[] {
  const attacks = mutations.filter(({ hostile, attack }) => hostile && attack?.against === 'sp');
  const unknown = patterns.find((pattern) => !attacks.some(({ id }) => matches(pattern, id)));
  if (unknown !== undefined)
    throw new CountersignError(
      'usage',
      `"${unknown}" is no attack on service providers.`,
      'Run "countersign list mutations" to see them all, or name a family as "family/*".',
    );
  if (attacks.length === 0) throw new Error('The catalogue has no attack on service providers.');
  if (patterns.length === 0) return attacks;
  return attacks.filter(({ id }) => patterns.some((pattern) => matches(pattern, id)));
}
