import type { RoleChoice } from '../../aws/identity-pool/choose-role.ts';
import { poolLimits } from '../../aws/identity-pool/limits.ts';
import { within } from '../../aws/limits.ts';
import type { RoleRule } from '../../model/identity-pool-records.ts';
import { quote } from '../metadata/_show.ts';

/** Whether AWS takes a claim of this name in a rule. */
export function isUsable(claim: string): boolean {
  return within(claim.length, poolLimits.claimLength) && !/[\s\p{C}]/u.test(claim);
}

/**
 * Whether an earlier rule matches wherever a later one does, and gives another role, so that the later one is never
 * the first. Speaks of single values, and only where it is certain.
 */
export function covers(earlier: RoleRule, later: RoleRule): boolean {
  if (earlier.claim !== later.claim || earlier.roleArn === later.roleArn) return false;
  const [wide, narrow] = [earlier.value, later.value];
  switch (earlier.matchType) {
    case 'Equals':
      return later.matchType === 'Equals' && wide === narrow;
    case 'StartsWith':
      return (later.matchType === 'Equals' || later.matchType === 'StartsWith') && narrow.startsWith(wide);
    case 'Contains':
      return later.matchType !== 'NotEqual' && narrow.includes(wide);
    case 'NotEqual':
      return later.matchType === 'NotEqual' ? wide === narrow : isOther(later, wide);
    default:
      return false;
  }
}

/** Whether a value that meets the rule is never this one. */
function isOther({ matchType, value }: RoleRule, one: string): boolean {
  if (matchType === 'Equals') return value !== one;
  if (matchType === 'StartsWith') return !one.startsWith(value);
  return matchType === 'Contains' && !one.includes(value);
}

export function describeRule({ claim, matchType, value }: RoleRule): string {
  return `${claim} ${matchType} ${quote(value)}`;
}

/** How a role came about, in a few words. */
export function describeChoice(choice: RoleChoice): string {
  if (!choice.granted) return refusals[choice.refusal];
  const { source, rule } = choice;
  if (source === 'rule') return `rule ${(rule ?? 0) + 1}`;
  return source === 'assertion' ? 'the Role attribute' : 'the default role';
}

const refusals = {
  'no-rule-matches': 'no rule, which denies',
  'several-roles': 'several roles of which none is chosen',
  'no-single-role': 'a mapping by token, which denies',
  'custom-role': 'a CustomRoleArn that is not theirs',
  'no-authenticated-role': 'a default role that is not there',
  'no-role': 'no role at all',
} as const;
