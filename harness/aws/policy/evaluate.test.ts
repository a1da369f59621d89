import { describe, expect, it } from 'vitest';
import { contextOf } from './context.ts';
import { evaluateTrust } from './evaluate.ts';
import { readPolicy } from './read-policy.ts';

const provider = 'arn:aws:iam::123456789012:saml-provider/1Kosmos';

function trust(...statements: readonly object[]) {
  const reading = readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'trust');
  if ('fault' in reading) throw new Error(reading.fault.says);
  return reading.policy;
}

function statement(changes: object = {}) {
  return {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithSAML',
    ...changes,
  };
}

function judge(statements: readonly object[], keys: Record<string, string | string[]> = {}, action?: string) {
  return evaluateTrust(trust(...statements), {
    action: action ?? 'sts:AssumeRoleWithSAML',
    provider,
    context: contextOf(keys),
  });
}

function holds(operator: string, policy: unknown, observed?: string | string[]): boolean {
  const keys = observed === undefined ? {} : { 'saml:test': observed };
  return (
    judge([statement({ Condition: { [operator]: { 'SAML:test': policy } } })], keys).outcome === 'allowed'
  );
}

describe('principals', () => {
  it.each<[string, object, boolean]>([
    ['the provider itself', { Principal: { Federated: provider } }, true],
    [
      'one of several providers',
      { Principal: { Federated: ['arn:aws:iam::123456789012:saml-provider/Other', provider] } },
      true,
    ],
    [
      'another provider',
      { Principal: { Federated: 'arn:aws:iam::123456789012:saml-provider/Other' } },
      false,
    ],
    ['the same name in another case', { Principal: { Federated: provider.toLowerCase() } }, false],
    [
      'a wildcard within the ARN',
      { Principal: { Federated: 'arn:aws:iam::123456789012:saml-provider/*' } },
      false,
    ],
    ['the provider written as AWS principal', { Principal: { AWS: provider } }, false],
    ['the account', { Principal: { AWS: '123456789012' } }, false],
    ['a service', { Principal: { Service: 'ec2.amazonaws.com' } }, false],
    ['everyone', { Principal: '*' }, true],
    ['everyone as AWS principal', { Principal: { AWS: '*' } }, true],
    ['every federated principal', { Principal: { Federated: '*' } }, true],
    ['all but the provider', { Principal: undefined, NotPrincipal: { Federated: provider } }, false],
    ['all but another', { Principal: undefined, NotPrincipal: { AWS: '123456789012' } }, true],
  ])('%s', (_title, changes, allowed) => {
    expect(judge([statement(changes)]).outcome).toBe(allowed ? 'allowed' : 'implicitly-denied');
  });

  it('says that trusting everyone rests on an assumption', () => {
    expect(judge([statement({ Principal: '*' })]).assumptions).toEqual(['everyone-includes-federated']);
    expect(judge([statement()]).assumptions).toEqual([]);
  });
});

describe('actions', () => {
  it.each<[unknown, boolean]>([
    ['sts:AssumeRoleWithSAML', true],
    ['STS:assumerolewithsaml', true],
    ['sts:AssumeRoleWith*', true],
    ['sts:*', true],
    ['*', true],
    [['sts:TagSession', 'sts:AssumeRoleWithSAML'], true],
    ['sts:AssumeRole', false],
    ['sts:AssumeRoleWithWebIdentity', false],
    ['sts:AssumeRoleWith????', true],
    ['sts:AssumeRoleWith???', false],
  ])('Action %j gives %s', (action, allowed) => {
    expect(judge([statement({ Action: action })]).outcome === 'allowed').toBe(allowed);
  });

  it('NotAction allows all the others', () => {
    const notSaml = statement({ Action: undefined, NotAction: 'sts:AssumeRoleWithSAML' });
    expect(judge([notSaml]).outcome).toBe('implicitly-denied');
    expect(judge([notSaml], {}, 'sts:TagSession').outcome).toBe('allowed');
  });

  it('a statement without sts:TagSession does not allow it, and says what it has', () => {
    const verdict = judge([statement()], {}, 'sts:TagSession');
    expect(verdict).toMatchObject({
      outcome: 'implicitly-denied',
      nearest: {
        obstacle: { kind: 'action', expected: ['sts:AssumeRoleWithSAML'], observed: 'sts:TagSession' },
      },
    });
  });
});

describe('condition operators', () => {
  it.each<[string, unknown, string | string[] | undefined, boolean]>([
    ['StringEquals', 'a', 'a', true],
    ['StringEquals', 'a', 'A', false],
    ['StringEquals', ['b', 'a'], 'a', true],
    ['StringEquals', 'a*', 'ab', false],
    ['StringEquals', [], 'a', false],
    ['StringEquals', 'a', undefined, false],
    ['StringNotEquals', 'a', 'b', true],
    ['StringNotEquals', ['a', 'b'], 'b', false],
    ['StringNotEquals', 'a', undefined, true],
    ['StringEqualsIgnoreCase', 'User@Example.com', 'user@example.COM', true],
    ['StringNotEqualsIgnoreCase', 'A', 'a', false],
    ['StringLike', 'a*', 'abc', true],
    ['StringLike', '*@example.com', 'x@example.com', true],
    ['StringLike', '*@example.com', 'x@example.com.evil', false],
    ['StringLike', 'a?c', 'abc', true],
    ['StringLike', 'a?c', 'ac', false],
    ['StringLike', 'A*', 'abc', false],
    ['StringLike', '*', '', true],
    ['StringLike', '*', undefined, false],
    ['StringNotLike', 'a*', 'b', true],
    ['StringNotLike', 'a*', 'abc', false],
    ['NumericEquals', 10, '10.0', true],
    ['NumericEquals', '10', 'ten', false],
    ['NumericNotEquals', '10', '11', true],
    ['NumericLessThan', '10', '9.5', true],
    ['NumericLessThan', '10', '10', false],
    ['NumericLessThanEquals', '10', '10', true],
    ['NumericGreaterThan', '10', '11', true],
    ['NumericGreaterThanEquals', '10', '9', false],
    ['DateEquals', '2026-11-21T08:00:00Z', '2026-11-21T09:00:00+01:00', true],
    ['DateNotEquals', '2026-11-21', '2026-11-21T00:00:00Z', false],
    ['DateLessThan', '2026-11-22', '2026-11-21T23:59:59.999Z', true],
    ['DateLessThanEquals', '1763683200', '1763683200', true],
    ['DateGreaterThan', '2026', '2026-01-01T00:00:00Z', false],
    ['DateGreaterThanEquals', '2026-11', '2026-11-01', true],
    ['DateGreaterThan', 'yesterday', '2026-11-01', false],
    ['Bool', 'true', 'TRUE', true],
    ['Bool', true, 'true', true],
    ['Bool', 'false', 'true', false],
    ['Bool', 'yes', 'yes', false],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ5', true],
    ['BinaryEquals', 'QmluYXJ5', 'QmluYXJ6', false],
    ['IpAddress', '203.0.113.0/24', '203.0.113.77', true],
    ['IpAddress', '203.0.113.0/24', '203.0.114.1', false],
    ['IpAddress', '203.0.113.7', '203.0.113.7', true],
    ['IpAddress', '2001:DB8:1234:5678::/64', '2001:db8:1234:5678::1', true],
    ['IpAddress', '2001:DB8::/32', '2001:db9::', false],
    ['IpAddress', '0.0.0.0/0', '::1', false],
    ['IpAddress', '::ffff:203.0.113.0/120', '::ffff:203.0.113.9', true],
    ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
    ['NotIpAddress', '203.0.113.0/24', '203.0.113.1', false],
    ['ArnLike', 'arn:aws:iam::*:role/x*', 'arn:aws:iam::123456789012:role/xy', true],
    ['ArnEquals', 'arn:aws:iam::*:role/x*', 'arn:aws:iam::123456789012:role/xy', true],
    [
      'ArnLike',
      'arn:aws:s:*:111122223333:finance/*',
      'arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/d',
      false,
    ],
    [
      'StringLike',
      'arn:aws:s:*:111122223333:finance/*',
      'arn:aws:s:us-east-2:999999999999:store/abc:111122223333:finance/d',
      true,
    ],
    ['ArnNotLike', 'arn:aws:iam::1:role/x', 'arn:aws:iam::2:role/x', true],
    ['ArnNotEquals', 'arn:aws:iam::1:role/x', 'arn:aws:iam::1:role/x', false],
    ['ArnLike', 'arn:aws:iam::*:role/*', 'no-arn', false],
    ['Null', 'true', undefined, true],
    ['Null', true, undefined, true],
    ['Null', 'false', undefined, false],
    ['Null', 'false', 'x', true],
    ['Null', 'true', 'x', false],
    ['Null', 'true', [], true],
    ['StringEqualsIfExists', 'a', undefined, true],
    ['StringEqualsIfExists', 'a', 'b', false],
    ['StringNotEqualsIfExists', 'a', undefined, true],
    ['NumericLessThanIfExists', '5', undefined, true],
    ['ForAnyValue:StringEqualsIfExists', 'a', undefined, true],
    ['ForAnyValue:StringEquals', ['staff', 'faculty'], ['student', 'staff'], true],
    ['ForAnyValue:StringEquals', 'staff', ['student'], false],
    ['ForAnyValue:StringEquals', 'staff', undefined, false],
    ['ForAnyValue:StringNotEquals', 'staff', ['staff', 'student'], true],
    ['ForAnyValue:StringNotEquals', 'staff', ['staff'], false],
    ['ForAnyValue:StringNotEquals', 'staff', undefined, false],
    ['ForAnyValue:StringLike', '*', [''], false],
    ['ForAllValues:StringEquals', ['staff', 'faculty'], ['staff'], true],
    ['ForAllValues:StringEquals', 'staff', ['staff', 'student'], false],
    ['ForAllValues:StringEquals', 'staff', undefined, true],
    ['ForAllValues:StringEquals', 'staff', [], true],
    ['ForAllValues:StringEquals', 'staff', [''], true],
    ['ForAllValues:StringNotLike', 's*', ['faculty', 'alum'], true],
    ['ForAllValues:StringNotLike', 's*', ['faculty', 'staff'], false],
    ['StringEquals', 'staff', ['student', 'staff'], true],
    ['StringNotEquals', 'staff', ['student', 'staff'], false],
  ])('%s %j against %j is %s', (operator, policy, observed, expected) => {
    expect(holds(operator, policy, observed)).toBe(expected);
  });

  it('says that a list without a set operator rests on an assumption', () => {
    const verdict = judge([statement({ Condition: { StringEquals: { 'saml:test': 'a' } } })], {
      'saml:test': ['a', 'b'],
    });
    expect(verdict.assumptions).toEqual(['list-without-set-operator']);
  });

  it('compares keys without regard to case', () => {
    const condition = { Condition: { StringEquals: { 'sAmL:AUD': 'x' } } };
    expect(judge([statement(condition)], { 'saml:Aud': 'x' }).outcome).toBe('allowed');
  });
});

describe('policy variables', () => {
  const keys = { 'saml:sub': 'ada', 'aws:RequestTag/Owner': 'ada', 'saml:cn': ['a', 'b'] };
  const judgeValue = (operator: string, value: string) =>
    judge([statement({ Condition: { [operator]: { 'aws:RequestTag/owner': value } } })], keys).outcome;

  it.each<[string, string, string]>([
    ['StringEquals', '$' + '{SAML:sub}', 'allowed'],
    ['StringLike', '$' + '{saml:sub}*', 'allowed'],
    ['StringEquals', '$' + '{saml:absent}', 'implicitly-denied'],
    ['StringNotEquals', '$' + '{saml:absent}', 'allowed'],
    ['StringEquals', '$' + "{saml:absent, 'ada'}", 'allowed'],
    ['StringLike', 'a$' + '{*}', 'implicitly-denied'],
    ['StringEquals', '$' + '{saml:cn}', 'implicitly-denied'],
  ])('%s with %s is %s', (operator, value, outcome) => {
    expect(judgeValue(operator, value)).toBe(outcome);
  });

  it.each([{ Version: '2008-10-17' }, {}])('are plain text in a policy with %j', (version) => {
    const text = JSON.stringify({
      ...version,
      Statement: statement({ Condition: { StringEquals: { 'saml:sub': '$' + '{saml:sub}' } } }),
    });
    const reading = readPolicy(text, 'trust');
    if ('fault' in reading) throw new Error(reading.fault.says);
    const request = { action: 'sts:AssumeRoleWithSAML', provider, context: contextOf(keys) };
    expect(evaluateTrust(reading.policy, request).outcome).toBe('implicitly-denied');
  });

  it('bring no wildcards of their own', () => {
    const condition = { Condition: { StringLike: { 'saml:sub': '$' + '{saml:iss}' } } };
    const verdict = judge([statement(condition)], { 'saml:sub': 'anybody', 'saml:iss': '*' });
    expect(verdict).toMatchObject({
      outcome: 'implicitly-denied',
      assumptions: ['variable-brings-no-wildcard'],
    });
  });
});

describe('the verdict', () => {
  it('names the statement that allowed', () => {
    const verdict = judge([statement({ Sid: 'A', Action: 'sts:TagSession' }), statement({ Sid: 'B' })]);
    expect(verdict).toMatchObject({ outcome: 'allowed', statement: { index: 1, sid: 'B', effect: 'Allow' } });
  });

  it('names the Deny that won, wherever it stands', () => {
    const deny = statement({ Effect: 'Deny', Sid: 'No', Condition: { StringLike: { 'saml:sub': 'm*' } } });
    expect(judge([statement(), deny], { 'saml:sub': 'mallory' })).toMatchObject({
      outcome: 'explicitly-denied',
      statement: { index: 1, sid: 'No' },
    });
    expect(judge([statement(), deny], { 'saml:sub': 'ada' }).outcome).toBe('allowed');
  });

  it('gives the first condition that failed, with both sides and its place', () => {
    const conditions = {
      StringEquals: { 'SAML:iss': 'https://idp', 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
      StringLike: { 'SAML:sub': 'x' },
    };
    const verdict = judge([statement({ Action: 'sts:TagSession' }), statement({ Condition: conditions })], {
      'saml:iss': 'https://idp',
      'saml:aud': 'https://signin.amazonaws.cn/saml',
    });
    expect(verdict).toMatchObject({
      outcome: 'implicitly-denied',
      nearest: {
        statement: { index: 1 },
        obstacle: {
          kind: 'condition',
          operator: 'StringEquals',
          key: 'SAML:aud',
          expected: ['https://signin.aws.amazon.com/saml'],
          observed: ['https://signin.amazonaws.cn/saml'],
          place: { pointer: '/Statement/1/Condition/StringEquals/SAML:aud', line: 1 },
        },
      },
    });
  });

  it('says whom the role trusts when that is another provider', () => {
    const other = 'arn:aws:iam::123456789012:saml-provider/Other';
    expect(judge([statement({ Principal: { Federated: other } })])).toMatchObject({
      nearest: {
        obstacle: { kind: 'principal', expected: [`Federated ${other}`], observed: `Federated ${provider}` },
      },
    });
  });

  it('has nothing to point at when no statement allows anything', () => {
    expect(judge([statement({ Effect: 'Deny', Action: 'sts:TagSession' })])).toEqual({
      outcome: 'implicitly-denied',
      assumptions: [],
    });
  });
});
