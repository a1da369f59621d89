import { describe, expect, it } from 'vitest';
import { paced } from '../stack/pace.test-helper.ts';
import { readRoles } from './account.ts';
import { plannedAssertion } from './planned-assertion.ts';
import { countPredictions, isSamlRole, predict } from './predict.ts';
import { attributeName } from './saml-attributes.ts';

const account = '123456789012';
const provider = `arn:aws:iam::${account}:saml-provider/1Kosmos`;
const issuer = 'https://acme.1kosmos.net/saml';
const recipient = 'https://signin.aws.amazon.com/saml';
const now = Date.UTC(2026, 10, 21, 8);
const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const pair = (name: string) => `${roleArn(name)},${provider}`;

function role(name: string, condition: object = {}, changes: object = {}) {
  const Condition = { StringEquals: { 'SAML:aud': recipient, ...condition } };
  const Statement = [
    {
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithSAML',
      Condition,
      ...changes,
    },
  ];
  return {
    RoleName: name,
    RoleId: `AROA${name.toUpperCase()}`,
    Arn: roleArn(name),
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement },
  };
}

function user(name: string, roles: readonly string[], more: Record<string, string[]> = {}) {
  const attributes = [
    { name: attributeName('role'), values: roles },
    { name: attributeName('roleSessionName'), values: [name] },
    ...Object.entries(more).map(([key, values]) => ({ name: key, values })),
  ];
  const nameId = { value: name, format: undefined };
  return {
    user: name,
    assertion: plannedAssertion(
      { issuer, recipient, audience: 'urn:amazon:webservices', nameId, attributes },
      now,
    ),
  };
}

const providers = [{ arn: provider, entityId: issuer, certificateCount: 1 }];
const accountOf = (...roles: object[]) => ({
  providers,
  roles: readRoles(JSON.stringify({ RoleDetailList: roles })).roles,
});

describe('predict', () => {
  const roles = [
    role('Open'),
    role('BobOnly', { 'SAML:sub': 'bob@example.com' }),
    { ...role('Lambda', {}, { Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }) },
  ];
  const users = [
    user('ada@example.com', [pair('Open'), pair('BobOnly')]),
    user('bob@example.com', [pair('BobOnly'), `${roleArn('Open')} ${provider}`]),
    user('a space', [pair('Open')]),
  ];
  const rows = predict({ account: accountOf(...roles), users, now });

  it('gives one row for each user and role, users outermost', () => {
    expect(rows.map((row) => [row.user, row.role.split('/')[1], row.outcome, row.rule])).toEqual([
      ['ada@example.com', 'Open', 'can-assume', undefined],
      ['ada@example.com', 'BobOnly', 'cannot-assume', 'trust/assume'],
      ['ada@example.com', 'Lambda', 'cannot-assume', 'role/pair'],
      ['bob@example.com', 'Open', 'cannot-assume', 'role/pair'],
      ['bob@example.com', 'BobOnly', 'can-assume', undefined],
      ['bob@example.com', 'Lambda', 'cannot-assume', 'role/pair'],
      ['a space', 'Open', 'cannot-assume', 'session-name/pattern'],
      ['a space', 'BobOnly', 'cannot-assume', 'role/pair'],
      ['a space', 'Lambda', 'cannot-assume', 'role/pair'],
    ]);
  });

  it('says the first reason, with both sides', () => {
    expect(rows[1]).toMatchObject({
      code: 'AccessDenied',
      provider,
      reason:
        'Statement 1 of the trust policy wants SAML:sub to pass StringEquals with “bob@example.com”; the request has “ada@example.com”.',
    });
    expect(rows[3]?.reason).toContain('names the role but cannot be used: It has 0 commas');
    expect(rows[5]?.reason).toContain('No Role value names this role');
  });

  it('names what an outcome rests on', () => {
    expect(rows[0]?.assumptions).toEqual(['max-session-duration-unknown']);
    expect(rows[0]?.assumption).toBe(false);
  });

  it('counts the cells', () => {
    expect(countPredictions(rows)).toEqual({
      canAssume: 2,
      cannotAssume: 7,
      byRule: { 'trust/assume': 1, 'role/pair': 5, 'session-name/pattern': 1 },
    });
  });

  it('tells the roles that SAML could reach at all', () => {
    expect(accountOf(...roles).roles.map(isSamlRole)).toEqual([true, true, false]);
  });

  it('knows that a provider without certificate verifies nothing', () => {
    const bare = {
      ...accountOf(role('Open')),
      providers: [{ arn: provider, entityId: issuer, certificateCount: 0 }],
    };
    expect(predict({ account: bare, users: [user('ada', [pair('Open')])], now })[0]?.rule).toBe(
      'response/signature',
    );
  });

  it('knows a provider of another issuer, and one that is not there', () => {
    const other = {
      ...accountOf(role('Open')),
      providers: [{ arn: provider, entityId: 'https://other', certificateCount: 1 }],
    };
    const none = { ...accountOf(role('Open')), providers: [] };
    const users = [user('ada', [pair('Open')])];
    expect(predict({ account: other, users, now })[0]?.rule).toBe('response/issuer');
    expect(predict({ account: none, users, now })[0]?.rule).toBe('provider/exists');
  });

  it('answers for 1,000 users and 200 roles in under 5 seconds and 500 MB', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `Role${index}`);
    const large = accountOf(
      ...names.map((name, index) =>
        role(
          name,
          { 'SAML:iss': issuer },
          index % 3 === 0
            ? {}
            : {
                Condition: {
                  StringLike: { 'SAML:sub': [`*${index % 10}@example.com`, 'nobody*'] },
                  'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': ['staff', 'faculty'] },
                },
              },
        ),
      ),
    );
    const pairs = names.map(pair);
    const affiliation = { 'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': ['member', 'staff'] };
    const many = Array.from({ length: 1000 }, (_, index) =>
      user(`user${index}@example.com`, pairs, affiliation),
    );
    const before = process.memoryUsage().heapUsed;
    const { result: cells, paces } = await paced(() => predict({ account: large, users: many, now }));
    const grown = process.memoryUsage().heapUsed - before;
    expect(cells).toHaveLength(200_000);
    expect(countPredictions(cells).canAssume).toBeGreaterThan(70_000);
    expect(paces).toBeLessThan(100);
    expect(grown / 1_000_000).toBeLessThan(500);
  });
});
