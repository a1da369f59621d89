import type { AccountFacts, RoleFacts, SamlProviderFacts } from './account-facts.ts';
import { parseProviderArn, parseRoleArn } from './arn.ts';
import type { AssertionFacts } from './assertion-facts.ts';
import { readClaims } from './claims.ts';
import { type AccountIndex, type Bearing, indexAccount, openCase, readBearing } from './decide/case.ts';
import { assumptionsOf } from './decide/grant.ts';
import { quoted, quotedList } from './decide/refuse.ts';
import type { RuleId, StsErrorCode } from './decide/rules.ts';
import type { AssumptionId, DecisionSettings } from './decide/types.ts';
import { findRefusal } from './decide.ts';
import { requestLimits } from './limits.ts';
import { mentionsAction } from './policy/evaluate.ts';
import { type RoleValueReading, readRoleValue } from './role-attribute.ts';

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
export function predict(input: PredictionInput): readonly PredictionRow[] {
  const index = indexAccount(input.account);
  const readRole = rememberRoles();
  return input.users.flatMap((user) => predictUser(user, input, index, readRole));
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

type ReadRole = (value: string) => RoleValueReading;

/** What of one user's assertion is the same for every role; read once, by provider. */
interface UserBearings {
  readonly by: (provider: string) => Bearing;
  readonly providerOf: (role: string) => string | undefined;
  readonly whyUnlisted: (role: string) => string;
}

function predictUser(
  user: PredictedUser,
  input: PredictionInput,
  index: AccountIndex,
  readRole: ReadRole,
): readonly PredictionRow[] {
  const bearings = readUser(user.assertion, input, readRole);
  return input.account.roles.map((role) => predictCell(user, role, bearings, input, index));
}

function predictCell(
  { user, assertion }: PredictedUser,
  role: RoleFacts,
  bearings: UserBearings,
  input: PredictionInput,
  index: AccountIndex,
): PredictionRow {
  const provider = bearings.providerOf(role.arn);
  const row = { user, role: role.arn };
  if (provider === undefined)
    return {
      ...row,
      outcome: 'cannot-assume',
      rule: 'role/pair',
      code: 'InvalidIdentityToken',
      reason: bearings.whyUnlisted(role.arn),
      assumptions: [],
      assumption: false,
    };
  const bearing = bearings.by(provider);
  const given = openCase(
    {
      request: {
        roleArn: role.arn,
        principalArn: provider,
        samlAssertionLength: requestLimits.samlAssertionLength.min,
        durationSeconds: input.durationSeconds,
      },
      response: { readable: true, facts: withProvider(assertion, index.provider(provider)) },
      now: input.now,
      ...(input.settings === undefined ? {} : { settings: input.settings }),
    },
    index,
    bearing,
  );
  const refusal = findRefusal(given);
  if (refusal === undefined)
    return { ...row, provider, outcome: 'can-assume', assumptions: assumptionsOf(given), assumption: false };
  const { rule, says, assumption, trust } = refusal.reason;
  return {
    ...row,
    provider,
    outcome: 'cannot-assume',
    rule,
    code: refusal.error.code,
    reason: says,
    assumptions: trust?.assumptions ?? [],
    assumption,
  };
}

/** No signature verifies with a provider that has no certificate. */
function withProvider(facts: AssertionFacts, provider: SamlProviderFacts | undefined): AssertionFacts {
  return provider === undefined || provider.certificateCount > 0
    ? facts
    : { ...facts, signatureVerifiedByProvider: false };
}

function readUser(
  facts: AssertionFacts,
  { account, now }: PredictionInput,
  readRole: ReadRole,
): UserBearings {
  const partition = parseRoleArn(account.roles[0]?.arn ?? '')?.partition;
  const claims = readClaims(facts.attributes, partition, readRole);
  const { roles, pairsByRole } = claims;
  const bearings = new Map<string, Bearing>();
  return {
    providerOf: (role) => pairsByRole.get(role)?.[0]?.provider.arn,
    whyUnlisted: explainUnlisted(roles),
    by: (arn) => {
      const bearing = bearings.get(arn) ?? readBearing(facts, parseProviderArn(arn), { now }, claims);
      bearings.set(arn, bearing);
      return bearing;
    },
  };
}

/** Users share most of their Role values, so each is read once. */
function rememberRoles(): ReadRole {
  const known = new Map<string, RoleValueReading>();
  return (value) => {
    const reading = known.get(value) ?? readRoleValue(value);
    known.set(value, reading);
    return reading;
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
