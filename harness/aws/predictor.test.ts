import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoles } from './account.ts';
import type { AccountFacts } from './account-facts.ts';
import type { AssertionFacts } from './assertion-facts.ts';
import { decideAssumeRoleWithSaml } from './decide.ts';
import { requestLimits } from './limits.ts';
import { plannedAssertion } from './planned-assertion.ts';
import type { PredictionRow } from './predict.ts';
import { openPredictor } from './predictor.ts';
import { roleClassOf } from './role-classes.ts';
import { attributeName } from './saml-attributes.ts';

const now = Date.UTC(2026, 10, 21, 8);
const issuer = 'https://acme.1kosmos.net/saml';
const recipient = 'https://signin.aws.amazon.com/saml';
const accounts = ['123456789012', '210987654321'] as const;
const providerArn = (account: string, name = '1Kosmos') => `arn:aws:iam::${account}:saml-provider/${name}`;
const roleOf = (account: string, name: string) => `arn:aws:iam::${account}:role/${name}`;
const affiliation = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1';

/** Mostly what makes a login work, so that random cases get past the first rules. */
const mostly = <T>(usual: T, ...others: readonly T[]) =>
  fc.oneof(
    { arbitrary: fc.constant(usual), weight: 6 },
    { arbitrary: fc.constantFrom(usual, ...others), weight: 1 },
  );

const condition = fc.constantFrom<object>(
  {},
  { StringEquals: { 'SAML:aud': recipient } },
  { StringEquals: { 'SAML:aud': 'https://eu-west-1.signin.aws.amazon.com/saml' } },
  { StringLike: { 'SAML:sub': ['a*', 'b*'] } },
  { StringEquals: { 'SAML:sub': 'bob' } },
  { 'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': ['staff'] } },
  { StringEquals: { 'SAML:eduPersonAffiliation': 'staff' } },
  { StringEquals: { 'aws:RequestTag/Team': 'Blue' } },
  { StringEquals: { 'aws:RequestTag/Team': `$\{aws:ResourceTag/Team}` } },
  { StringEquals: { 'aws:ResourceTag/Team': 'Blue' } },
  { StringLike: { 'sts:RoleSessionName': `$\{SAML:sub}` } },
  { Null: { 'sts:SourceIdentity': 'false' } },
);
const statement = fc.record({
  Effect: mostly('Allow', 'Deny'),
  Principal: mostly<object | string>(
    { Federated: accounts.map((one) => providerArn(one)) },
    { Federated: providerArn(accounts[0], 'Okta') },
    '*',
    { Service: 'ec2.amazonaws.com' },
  ),
  Action: mostly<string[] | string>(
    ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
    'sts:AssumeRoleWithSAML',
    ['sts:AssumeRole', 'sts:TagSession'],
  ),
  Condition: condition,
});
const role = fc.record({
  account: mostly<string>(...accounts),
  name: mostly('Role', 'AWSReservedSSO_Admin'),
  Statement: fc.array(statement, { minLength: 1, maxLength: 2 }),
  broken: mostly(false, true),
  max: fc.constantFrom(undefined, 3600, 7200),
  team: fc.constantFrom(undefined, 'Blue', 'Red'),
});
const roles = fc.array(role, { minLength: 1, maxLength: 8 }).map((list) => {
  const details = list.map(({ account, name, Statement, broken, max, team }, index) => ({
    Arn: roleOf(account, `${name}${index}`),
    RoleId: `AROA${index}`,
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: broken ? [] : Statement },
    ...(max === undefined ? {} : { MaxSessionDuration: max }),
    Tags:
      team === undefined
        ? []
        : [
            { Key: 'Team', Value: team },
            { Key: 'Index', Value: String(index) },
          ],
  }));
  return readRoles(JSON.stringify({ RoleDetailList: details })).roles;
});
const providers = fc
  .record({
    entityId: mostly(issuer, 'https://other.example'),
    certificateCount: mostly(1, 0),
    encryptionMode: mostly<'Required' | 'Allowed' | undefined>(undefined, 'Required', 'Allowed'),
    known: mostly(2, 1),
  })
  .map(({ entityId, certificateCount, encryptionMode, known }) =>
    accounts.slice(0, known).map((account) => ({
      arn: providerArn(account),
      entityId,
      certificateCount,
      ...(encryptionMode === undefined ? {} : { encryptionMode }),
    })),
  );
const login = fc.record({
  nameId: mostly<string | undefined>('bob', 'alice', undefined),
  recipient: mostly(
    recipient,
    'https://us-east-1.signin.aws.amazon.com/saml',
    'https://signin.amazonaws.cn/saml',
  ),
  audience: mostly('urn:amazon:webservices', 'https://example.com'),
  sessionNames: mostly<readonly string[]>(['bob'], ['a b'], [], ['bob', 'rob']),
  durations: mostly<readonly string[]>([], ['3600'], ['soon']),
  sourceIdentities: mostly<readonly string[]>([], ['bob'], ['x y']),
  teams: mostly<readonly string[]>([], ['Blue'], ['Red']),
  affiliations: fc.constantFrom<readonly string[]>([], ['staff'], ['member', 'staff']),
  form: fc.array(
    mostly<(r: string, p: string) => string>(
      (r, p) => `${r},${p}`,
      (r, p) => `${p},${r}`,
      (r, p) => ` ${r} , ${p}`,
      (r) => r,
      (r, p) => `${r},${p.replace('1Kosmos', 'Okta')}`,
    ),
    { minLength: 8, maxLength: 8 },
  ),
  agoMs: mostly(0, 400_000, -400_000),
  verified: mostly(true, false),
  encrypted: mostly(false, true),
});

interface World {
  readonly account: AccountFacts;
  readonly assertion: AssertionFacts;
  readonly durationSeconds?: number;
  readonly length?: number;
}

const world: fc.Arbitrary<World> = fc
  .record({
    roles,
    providers,
    login,
    durationSeconds: mostly<number | undefined>(undefined, 7200, 43_200),
    length: mostly<number | undefined>(undefined, requestLimits.samlAssertionLength.max + 1),
  })
  .map(({ login: said, durationSeconds, length, ...account }) => ({
    account,
    assertion: sayIn(
      said,
      account.roles.map(({ arn }) => arn),
    ),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
    ...(length === undefined ? {} : { length }),
  }));

function sayIn(
  said: typeof login extends fc.Arbitrary<infer T> ? T : never,
  arns: readonly string[],
): AssertionFacts {
  const gone = accounts.map((account) => `${roleOf(account, 'Gone')},${providerArn(account)}`);
  const values = arns.map(
    (arn, index) => said.form[index]?.(arn, providerArn(arn.split(':')[4] ?? '')) ?? arn,
  );
  const attributes = [
    { name: attributeName('role'), values: [...values, ...gone] },
    { name: attributeName('roleSessionName'), values: said.sessionNames },
    { name: attributeName('sessionDuration'), values: said.durations },
    { name: attributeName('sourceIdentity'), values: said.sourceIdentities },
    { name: affiliation, values: said.affiliations },
    ...said.teams.map((team) => ({ name: attributeName('principalTag', 'Team'), values: [team] })),
  ].filter((one) => one.values.length > 0);
  const nameId = said.nameId === undefined ? undefined : { value: said.nameId, format: undefined };
  const planned = { issuer, recipient: said.recipient, audience: said.audience, nameId, attributes };
  return {
    ...plannedAssertion(planned, now - said.agoMs),
    signatureVerifiedByProvider: said.verified,
    encrypted: said.encrypted,
    decrypted: said.encrypted,
  };
}

/** The row that the plain decision of the one call makes. */
function plainRow(
  { account, assertion, durationSeconds, length }: World,
  roleArn: string,
  principalArn: string,
): PredictionRow {
  const isBare = account.providers.find(({ arn }) => arn === principalArn)?.certificateCount === 0;
  const decision = decideAssumeRoleWithSaml({
    request: { roleArn, principalArn, durationSeconds, samlAssertionLength: length ?? 4 },
    response: {
      readable: true,
      facts: isBare ? { ...assertion, signatureVerifiedByProvider: false } : assertion,
    },
    account,
    now,
  });
  const row = { user: 'bob', role: roleArn, provider: principalArn };
  if (decision.granted)
    return { ...row, outcome: 'can-assume', assumptions: decision.assumptions, assumption: false };
  const { rule, says, assumption, trust } = decision.reason;
  return {
    ...row,
    outcome: 'cannot-assume',
    rule,
    code: decision.error.code,
    reason: says,
    assumptions: trust?.assumptions ?? [],
    assumption,
  };
}

function rowsOf(given: World): readonly (readonly [PredictionRow, PredictionRow])[] {
  const { account, assertion, durationSeconds, length } = given;
  const predictor = openPredictor({ account, ...(durationSeconds === undefined ? {} : { durationSeconds }) });
  return accounts.flatMap((one) => {
    const provider = providerArn(one);
    const ask = predictor.present({ user: 'bob', assertion, provider, now, length });
    const asked = [
      ...account.roles.map(({ arn }) => arn),
      roleOf(one, 'Gone'),
      'arn:aws:iam::no-role-at-all',
    ];
    return asked.map((arn) => [ask(arn), plainRow(given, arn, provider)] as const);
  });
}

describe('a predictor', () => {
  it('answers as the plain decision of each call does, whatever the account and the response', () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(world, (given) => {
        for (const [fast, plain] of rowsOf(given)) {
          expect(fast).toEqual(plain);
          rules.add(plain.rule ?? plain.outcome);
        }
      }),
      { numRuns: 1500 },
    );
    // The cases reach rules of every kind; else the comparison would show little.
    for (const rule of [
      ...['can-assume', 'request/role-arn', 'request/accounts', 'request/constraints', 'provider/exists'],
      ...['response/issuer', 'response/signature', 'response/encryption-required', 'subject/recipient'],
      ...[
        'conditions/audience',
        'time/redeem-window',
        'role/pair',
        'session-name/pattern',
        'subject/name-id',
      ],
      ...['role/reserved', 'role/exists', 'trust/readable', 'trust/assume', 'trust/tag-session'],
      ...['trust/source-identity', 'duration/maximum'],
    ])
      expect(rules).toContain(rule);
  }, 120_000);
});

describe('the class of a role', () => {
  const condition = (test: object) => [{ Condition: test }];
  const classOf = (changes: { name?: string; statement?: object[]; tags?: object[]; max?: number } = {}) => {
    const { name = 'A', statement: more = [{}], tags = [], max } = changes;
    const Statement = more.map((one) => ({
      Effect: 'Allow',
      Principal: { Federated: providerArn(accounts[0]) },
      Action: 'sts:AssumeRoleWithSAML',
      ...one,
    }));
    const detail = {
      Arn: roleOf(accounts[0], name),
      RoleId: 'AROA',
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement },
      Tags: tags,
      ...(max === undefined ? {} : { MaxSessionDuration: max }),
    };
    const [one] = readRoles(JSON.stringify({ RoleDetailList: [{ x: name.repeat(9) }, detail] })).roles;
    return one === undefined ? undefined : roleClassOf(one);
  };

  it('is the same for roles that differ in name, place and tags that nobody asks for', () => {
    const tags = [{ Key: 'Cost', Value: '1' }];
    expect(classOf({ name: 'B', tags })).toBe(classOf());
  });

  it('differs by policy, longest session, and a tag that the policy asks for', () => {
    const asks = condition({ StringEquals: { 'AWS:ResourceTag/cost': '1' } });
    const fills = condition({ StringEquals: { 'SAML:sub': `$\{aws:resourcetag/Cost}` } });
    const tags = [{ Key: 'Cost', Value: '1' }];
    const classes = [
      classOf(),
      classOf({ statement: condition({ StringEquals: { 'SAML:sub': 'a' } }) }),
      classOf({ max: 7200 }),
      ...[asks, fills].flatMap((one) => [classOf({ statement: one }), classOf({ statement: one, tags })]),
    ];
    expect(new Set(classes).size).toBe(7);
  });

  it('is none for a reserved role and for a policy that cannot be read', () => {
    expect(classOf({ name: 'AWSReservedSSO_A' })).toBeUndefined();
    expect(classOf({ statement: [] })).toBeUndefined();
  });
});
