import type { DecisionRule, RuleId } from '../../aws/decide/rules.ts';
import { rules } from '../../aws/decide/rules.ts';
import type { StsReport } from './compare-sts.ts';
import type { Reason } from './reasons.ts';
import { type PredictedRole, type PredictionReport, type PredictionSummary, verdictOf } from './report.ts';

/** One rule that is in the way, and the sentences about it. */
export interface RuleGroup {
  readonly rule: RuleId;
  readonly about: DecisionRule;
  readonly count: number;
  readonly reasons: readonly ReasonGroup[];
}

export interface ReasonGroup {
  readonly reason: Reason;
  /** Roles that are refused to the very same users for this reason; none where that was not gathered. */
  readonly refused: readonly { readonly roles: readonly string[]; readonly users: readonly string[] }[];
}

/**
 * Why roles are refused: by rule, in the order in which rules are asked. Whom they concern is gathered for so many
 * reasons of each rule only, since there may be one for every cell.
 */
export function groupReasons({ reasons, rows }: PredictionReport, named: number): readonly RuleGroup[] {
  const byRule = Map.groupBy(reasons, ({ rule }) => rule);
  const wanted = [...byRule.values()].flatMap((own) => own.slice(0, named));
  const refused = new Map<Reason, Map<string, string[]>>(wanted.map((reason) => [reason, new Map()]));
  for (const { reason, role, user } of rows) {
    const roles = reason === undefined ? undefined : refused.get(reason);
    if (roles === undefined) continue;
    const users = roles.get(role);
    if (users === undefined) roles.set(role, [user]);
    else users.push(user);
  }
  return [...byRule].map(([rule, own]) => ({
    rule,
    about: rules[rule],
    count: own.reduce((sum, { count }) => sum + count, 0),
    reasons: own.map((reason) => ({ reason, refused: joinRoles(refused.get(reason)) })),
  }));
}

function joinRoles(usersOf: ReadonlyMap<string, readonly string[]> = new Map()): ReasonGroup['refused'] {
  const groups = Map.groupBy(usersOf, ([, users]) => users.join('\n'));
  return [...groups.values()].map((members) => ({
    roles: members.map(([role]) => role),
    users: members[0]?.[1] ?? [],
  }));
}

/** Users that can assume the very same roles, the largest group first. */
export function groupAble({ rows, users }: PredictionReport): readonly {
  readonly roles: readonly string[];
  readonly users: readonly string[];
}[] {
  const rolesOf = new Map<string, string[]>(users.map(({ name }) => [name, []]));
  for (const { user, role, outcome } of rows) if (outcome === 'can-assume') rolesOf.get(user)?.push(role);
  const groups = Map.groupBy(rolesOf, ([, roles]) => roles.join(' '));
  return [...groups.values()]
    .map((members) => ({ roles: members[0]?.[1] ?? [], users: members.map(([name]) => name) }))
    .filter(({ roles }) => roles.length > 0)
    .sort((a, b) => b.users.length - a.users.length);
}

/** What a role is called among these: its name, with the account where there are several. */
export function roleNamer(roles: readonly PredictedRole[]): (arn: string) => string {
  const several = new Set(roles.map(({ account }) => account)).size > 1;
  const names = new Map(
    roles.map(({ arn, name, account }) => [arn, several ? `${name} (${account})` : name]),
  );
  return (arn) => names.get(arn) ?? arn;
}

/** The verdict in a few words. */
export function headlineOf({ summary, sts }: PredictionReport): string {
  return sts === undefined ? foretellingOf(summary) : comparisonOf(sts);
}

function comparisonOf({ host, summary }: StsReport): string {
  const { asked, agree, differ, open } = summary;
  if (asked === 0) return `STS at ${host} was not asked: no response lists a role`;
  if (differ > 0)
    return `STS at ${host} answered otherwise than predicted in ${number(differ)} of ${amount(asked, 'call')}`;
  if (open > 0) return `${number(open)} of ${amount(asked, 'call')} to STS at ${host} could not be compared`;
  return `STS at ${host} answered as predicted in ${agree === 1 ? 'the one call' : `all ${number(agree)} calls`}`;
}

/** The prediction in a few words. An assignment is a role that a user’s assertion lists. */
function foretellingOf(summary: PredictionSummary): string {
  const verdict = verdictOf(summary);
  const { canAssume, refused, unpredicted } = summary;
  const listed = canAssume + refused;
  if (verdict === 'fail') return `AWS would refuse ${number(refused)} of ${amount(listed, 'assignment')}`;
  if (verdict === 'pass')
    return `AWS would grant ${listed === 1 ? 'the assignment' : `all ${number(listed)} assignments`}`;
  if (canAssume === 0 && unpredicted === 0) return 'Nothing could be predicted: no assertion lists a role';
  return canAssume === 0 ? 'Nothing could be predicted' : 'Not everything could be predicted';
}

/** The table in sentences. */
export function sentencesOf({ summary, leftOut, sts }: PredictionReport): readonly string[] {
  const { users, roles, canAssume, refused, notListed, unpredicted, usersWithoutRole } = summary;
  const optional = (text: string, shown: boolean) => (shown ? [text] : []);
  return [
    ...optional(`Predicted: ${foretellingOf(summary)}.`, sts !== undefined),
    `${amount(users, 'user')} × ${amount(roles, 'role')}: ${countsOf({ canAssume, refused, notListed })}.`,
    ...optional(
      `The assertion of ${amount(usersWithoutRole, 'user')} lists no role at all.`,
      usersWithoutRole > 0,
    ),
    ...optional(`${amount(unpredicted, 'entry', 'entries')} could not be predicted.`, unpredicted > 0),
    ...optional(
      `${amount(leftOut.length, 'role')} that no SAML login reaches ${leftOut.length === 1 ? 'is' : 'are'} left out.`,
      leftOut.length > 0,
    ),
  ];
}

function countsOf({
  canAssume,
  refused,
  notListed,
}: Pick<PredictionSummary, 'canAssume' | 'refused' | 'notListed'>): string {
  return `${number(canAssume)} can be assumed, ${number(refused)} refused, ${number(notListed)} not listed in the user’s assertion`;
}

/** `1,234 users`, `1 user`. */
export function amount(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

export function number(count: number): string {
  return count.toLocaleString('en');
}
