import type { AccountFacts, RoleFacts } from './account-facts.ts';
import { parseRoleArn } from './arn.ts';
import type { AssertionFacts } from './assertion-facts.ts';
import { quoted, quotedList } from './decide/refuse.ts';
import type { RuleId, StsErrorCode } from './decide/rules.ts';
import type { AssumptionId, DecisionSettings } from './decide/types.ts';
import { mentionsAction } from './policy/evaluate.ts';
import { openPredictor } from './predictor.ts';
import type { RoleValueReading } from './role-attribute.ts';

/** A person and the response that the IdP sends for them: saved, or planned with `plannedAssertion`. */
export interface PredictedUser {
  readonly user: string;
  readonly assertion: AssertionFacts;
}

export interface PredictionInput {
  readonly account: AccountFacts;
  readonly users: readonly PredictedUser[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly durationSeconds?: number;
  readonly settings?: Partial<DecisionSettings>;
}

/** One cell of users × roles. */
export interface PredictionRow {
  readonly user: string;
  /** ARN. */
  readonly role: string;
  /** ARN of the provider by which the role would be assumed; absent when the assertion does not name the role. */
  readonly provider?: string;
  readonly outcome: 'can-assume' | 'cannot-assume';
  /** The first rule in the way, AWS's code, and our sentence; absent when nothing is. */
  readonly rule?: RuleId;
  readonly code?: StsErrorCode;
  readonly reason?: string;
  /** What the outcome rests on that AWS does not document; empty in most rows. */
  readonly assumptions: readonly AssumptionId[];
  /** True when the rule that refuses is itself, in part, an assumption. */
  readonly assumption: boolean;
}

/** Whether a role is meant for SAML at all; the roles of services and of other accounts are not. */
export function isSamlRole({ trust }: RoleFacts): boolean {
  return 'fault' in trust || mentionsAction(trust.policy, 'sts:AssumeRoleWithSAML');
}

/** Who can assume which role, and the first reason why not: one row for each user and role, users outermost. */
export function predict({ users, now, ...input }: PredictionInput): readonly PredictionRow[] {
  const { roles } = input.account;
  const partition = parseRoleArn(roles[0]?.arn ?? '')?.partition;
  const predictor = openPredictor(input);
  return users.flatMap(({ user, assertion }) => {
    const { roles: values, pairsByRole } = predictor.read(assertion.attributes, partition);
    const whyUnlisted = explainUnlisted(values);
    const asked = new Map<string, (role: string) => PredictionRow>();
    return roles.map(({ arn }) => {
      const provider = pairsByRole.get(arn)?.[0]?.provider.arn;
      if (provider === undefined) return unlistedRow(user, arn, whyUnlisted(arn));
      const ask = asked.get(provider) ?? predictor.present({ user, assertion, provider, now });
      asked.set(provider, ask);
      return ask(arn);
    });
  });
}

/** Cells by outcome, for a line of summary. */
export function countPredictions(rows: readonly PredictionRow[]): {
  readonly canAssume: number;
  readonly cannotAssume: number;
  readonly byRule: Readonly<Partial<Record<RuleId, number>>>;
} {
  const byRule: Partial<Record<RuleId, number>> = {};
  let canAssume = 0;
  for (const { outcome, rule } of rows) {
    if (outcome === 'can-assume') canAssume += 1;
    if (rule !== undefined) byRule[rule] = (byRule[rule] ?? 0) + 1;
  }
  return { canAssume, cannotAssume: rows.length - canAssume, byRule };
}

function unlistedRow(user: string, role: string, reason: string): PredictionRow {
  return {
    user,
    role,
    outcome: 'cannot-assume',
    rule: 'role/pair',
    code: 'InvalidIdentityToken',
    reason,
    assumptions: [],
    assumption: false,
  };
}

/** The sentence is made once for all roles that no value speaks of, since most cells share it. */
function explainUnlisted(roles: readonly RoleValueReading[]): (role: string) => string {
  if (roles.length === 0)
    return () => 'The assertion has no Role attribute with a value; its name is exact in case.';
  const values = roles.map(({ value }) => value);
  const unlisted = `No Role value names this role; there is ${quotedList(values, 'and')}.`;
  const unusable = roles.filter((role) => 'fault' in role);
  return (arn) => {
    const wrong = unusable.find(({ value }) => value.includes(arn));
    return wrong === undefined
      ? unlisted
      : `The Role value ${quoted(wrong.value)} names the role but cannot be used: ${wrong.says}`;
  };
}
