import type { AccountFacts, RoleFacts } from '../aws/account-facts.ts';
import type { AssertionFacts } from '../aws/assertion-facts.ts';
import type { RuleId } from '../aws/decide/rules.ts';
import type { AssumptionId } from '../aws/decide/types.ts';
import { decideAssumeRoleWithSaml } from '../aws/decide.ts';
import { requestLimits, within } from '../aws/limits.ts';
import { type PredictionRow, predict } from '../aws/predict.ts';
import { type RoleValueReading, readRoleValue } from '../aws/role-attribute.ts';
import { afterAttributePrefix, awsAttributes } from '../aws/saml-attributes.ts';
import type { GivenRoles } from './predict-account.ts';
import type { GivenProvider } from './predict-providers.ts';

/** `refused`: the assertion lists the role, and AWS would not give it. `not-listed`: the assertion does not name it. */
export const outcomes = ['can-assume', 'refused', 'not-listed'] as const;
export type Outcome = (typeof outcomes)[number];

/** A person, and what the identity provider sends for them. */
export interface Subject {
  readonly name: string;
  /** Where it was read. */
  readonly from: string;
  /** Milliseconds since 1970: when the login is judged. */
  readonly now: number;
  /** Base64 characters of the response; of a planned one it is not known. */
  readonly length?: number;
  readonly factsFor: (provider: GivenProvider | undefined) => AssertionFacts;
}

/** One pair of user and role. */
export interface Cell {
  /** Place in the list of subjects. */
  readonly user: number;
  /** ARN; a Role value that names no role stands as it was sent. */
  readonly role: string;
  readonly provider?: string | undefined;
  readonly outcome: Outcome;
  readonly rule?: RuleId | undefined;
  readonly code?: string | undefined;
  readonly says?: string | undefined;
  readonly assumptions: readonly AssumptionId[];
}

/** A pair that nothing can be said of. */
export interface Unpredicted {
  readonly user: string;
  /** Absent when it is true of every role. */
  readonly role?: string;
  readonly why: string;
}

export interface World {
  readonly given: GivenRoles;
  /** Those of `given` that are columns of the table. */
  readonly roles: readonly RoleFacts[];
  readonly providers: readonly GivenProvider[];
  readonly durationSeconds: number | undefined;
}

export interface UserPrediction {
  readonly cells: readonly Cell[];
  readonly unpredicted: readonly Unpredicted[];
}

/** Reads Role values, most of which many users share, once each. */
export function rememberRoleValues(): (value: string) => RoleValueReading {
  const known = new Map<string, RoleValueReading>();
  return (value) => {
    const reading = known.get(value) ?? readRoleValue(value);
    known.set(value, reading);
    return reading;
  };
}

/** Role values of an assertion, each once, in order. */
export function roleValuesOf(
  { attributes }: Pick<AssertionFacts, 'attributes'>,
  partition: string,
): readonly string[] {
  const values = attributes
    .filter(({ name }) => afterAttributePrefix(name, partition) === awsAttributes.role)
    .flatMap((attribute) => attribute.values);
  return [...new Set(values)];
}

/** Everything about one user: the roles of the table, then what the assertion lists beside them. */
export function predictSubject(
  subject: Subject,
  user: number,
  world: World,
  read: (value: string) => RoleValueReading,
): UserPrediction {
  const { given, roles } = world;
  const listed = roleValuesOf(subject.factsFor(undefined), given.partition.id).map(read);
  const providersOf = new Map<string, Set<string>>();
  for (const value of listed) {
    if (!('pair' in value)) continue;
    const { role, provider } = value.pair;
    providersOf.set(role.arn, (providersOf.get(role.arn) ?? new Set()).add(provider.arn));
  }
  const best = new Map<string, PredictionRow>();
  for (const arn of new Set([...providersOf.values()].flatMap((arns) => [...arns]))) {
    const own = roles.filter((role) => providersOf.get(role.arn)?.has(arn));
    for (const row of predictBy(subject, arn, own, world)) {
      const before = best.get(row.role);
      // A role that is listed with two providers can be assumed if it can by either.
      if (before === undefined || (before.outcome !== 'can-assume' && row.outcome === 'can-assume'))
        best.set(row.role, row);
    }
  }
  const faulty = listed.filter((value) => 'fault' in value);
  const inTable = roles.map(({ arn }) => cellOf(user, arn, best.get(arn), faulty, listed.length));
  return withRest({ subject, user, world, listed, inTable });
}

/** The roles that the assertion pairs with one provider, judged as a response to that provider. */
function predictBy(
  subject: Subject,
  arn: string,
  roles: readonly RoleFacts[],
  world: World,
): readonly PredictionRow[] {
  if (roles.length === 0) return [];
  const provider = world.providers.find(({ facts }) => facts.arn === arn);
  const facts = onlyPairsWith(subject.factsFor(provider), arn, world);
  const account = { roles, providers: world.providers.map((one) => one.facts) };
  if (subject.length !== undefined && !within(subject.length, requestLimits.samlAssertionLength))
    return roles.map((role) => decideOne(subject, role.arn, arn, facts, account, world));
  return predict({
    account,
    users: [{ user: subject.name, assertion: facts }],
    now: subject.now,
    ...(world.durationSeconds === undefined ? {} : { durationSeconds: world.durationSeconds }),
  });
}

/** The prediction goes by the first pair of a role, so the pairs with other providers are left out here. */
function onlyPairsWith(facts: AssertionFacts, arn: string, { given }: World): AssertionFacts {
  const { id } = given.partition;
  if (roleValuesOf(facts, id).every((value) => value.includes(arn))) return facts;
  const attributes = facts.attributes.map((attribute) => {
    if (afterAttributePrefix(attribute.name, id) !== awsAttributes.role) return attribute;
    const values = attribute.values.filter((value) => {
      const reading = readRoleValue(value);
      return 'fault' in reading || reading.pair.provider.arn === arn;
    });
    return { ...attribute, values };
  });
  return { ...facts, attributes };
}

/** One call, decided outright. */
function decideOne(
  subject: Subject,
  roleArn: string,
  principalArn: string,
  facts: AssertionFacts,
  account: AccountFacts,
  { durationSeconds }: World,
): PredictionRow {
  const samlAssertionLength = subject.length ?? requestLimits.samlAssertionLength.min;
  const decision = decideAssumeRoleWithSaml({
    request: { roleArn, principalArn, durationSeconds, samlAssertionLength },
    response: { readable: true, facts },
    account,
    now: subject.now,
  });
  const row = { user: subject.name, role: roleArn, provider: principalArn, assumption: false };
  if (decision.granted) return { ...row, outcome: 'can-assume', assumptions: decision.assumptions };
  const { rule, says } = decision.reason;
  return {
    ...row,
    outcome: 'cannot-assume',
    rule,
    code: decision.error.code,
    reason: says,
    assumptions: decision.reason.trust?.assumptions ?? [],
  };
}

function cellOf(
  user: number,
  role: string,
  row: PredictionRow | undefined,
  faulty: readonly RoleValueReading[],
  listed: number,
): Cell {
  if (row !== undefined)
    return {
      user,
      role,
      provider: row.provider,
      outcome: row.outcome === 'can-assume' ? 'can-assume' : 'refused',
      rule: row.rule,
      code: row.code,
      says: row.reason,
      assumptions: row.assumptions,
    };
  const wrong = faulty.find(({ value }) => namesRole(value, role));
  if (wrong !== undefined) return faultyCell(user, role, wrong);
  const says =
    listed === 0
      ? 'The assertion has no Role attribute with a value; its name is exact in case.'
      : 'No Role value of the assertion names this role.';
  return { user, role, outcome: 'not-listed', says, assumptions: [] };
}

function faultyCell(user: number, role: string, reading: RoleValueReading): Cell {
  const why = 'says' in reading ? reading.says : '';
  const says = `The Role value “${reading.value}” cannot be used: ${why}`;
  return {
    user,
    role,
    outcome: 'refused',
    rule: 'role/pair',
    code: 'InvalidIdentityToken',
    says,
    assumptions: [],
  };
}

/** `…:role/Admin` is not named by `…:role/Administrator`. */
function namesRole(value: string, arn: string): boolean {
  const at = value.indexOf(arn);
  return at >= 0 && !/^[\w+=.@/-]/.test(value.slice(at + arn.length));
}

interface Rest {
  readonly subject: Subject;
  readonly user: number;
  readonly world: World;
  readonly listed: readonly RoleValueReading[];
  readonly inTable: readonly Cell[];
}

/** What the assertion lists and the accounts do not have. */
function withRest({ subject, user, world, listed, inTable }: Rest): UserPrediction {
  const { given, roles, providers } = world;
  const known = new Set(roles.map(({ arn }) => arn));
  const cells = [...inTable];
  const unpredicted: Unpredicted[] = [];
  const account = { roles, providers: providers.map(({ facts }) => facts) };
  for (const reading of listed) {
    if (!('pair' in reading)) {
      if (!roles.some(({ arn }) => namesRole(reading.value, arn)))
        cells.push(faultyCell(user, reading.value, reading));
      continue;
    }
    const { role, provider } = reading.pair;
    if (known.has(role.arn)) continue;
    known.add(role.arn);
    const why = whyUnknown(role.account, given);
    if (why !== undefined) {
      unpredicted.push({ user: subject.name, role: role.arn, why });
      continue;
    }
    const facts = subject.factsFor(providers.find((one) => one.facts.arn === provider.arn));
    const row = decideOne(subject, role.arn, provider.arn, facts, account, world);
    cells.push(cellOf(user, role.arn, row, [], listed.length));
  }
  return { cells, unpredicted };
}

function whyUnknown(account: string, { accounts, truncated }: GivenRoles): string | undefined {
  if (!accounts.includes(account)) return `No file tells the roles of account ${account}.`;
  return truncated ? 'AWS cut the list of roles, and this one is not in it.' : undefined;
}
