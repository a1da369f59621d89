import { describe, expect, it } from 'vitest';
import { readPolicy } from './read-policy.ts';
import type { PolicyKind } from './types.ts';

const provider = 'arn:aws:iam::123456789012:saml-provider/1Kosmos';
const good = { Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithSAML' };

function faultOf(document: unknown, kind: PolicyKind = 'trust', as: 'stored' | 'new' = 'stored') {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const reading = readPolicy(text, kind, { as });
  return 'fault' in reading ? reading.fault : undefined;
}

const withStatement = (changes: object) => ({ Version: '2012-10-17', Statement: [{ ...good, ...changes }] });

describe('what IAM calls malformed', () => {
  it.each<[string, unknown, string, string]>([
    ['an unknown element', { Statement: good, Extra: 1 }, '/Extra', 'Syntax errors in policy.'],
    [
      'an unknown version',
      { Version: '2012-10-18', Statement: good },
      '/Version',
      'Syntax errors in policy.',
    ],
    ['no statement', { Version: '2012-10-17' }, '', 'Syntax errors in policy.'],
    ['an empty list of statements', { Statement: [] }, '', 'Syntax errors in policy.'],
    ['a list in place of the policy', [good], '', 'Syntax errors in policy.'],
    ['no effect', withStatement({ Effect: undefined }), '/Statement/0', 'Missing required field Effect'],
    [
      'an effect in lower case',
      withStatement({ Effect: 'allow' }),
      '/Statement/0/Effect',
      'Syntax errors in policy.',
    ],
    [
      'no principal',
      withStatement({ Principal: undefined }),
      '/Statement/0',
      'Missing required field Principal',
    ],
    [
      'an empty principal',
      withStatement({ Principal: {} }),
      '/Statement/0/Principal',
      'Missing required field Principal cannot be empty!',
    ],
    [
      'a principal that is an ARN only',
      withStatement({ Principal: provider }),
      '/Statement/0/Principal',
      'Syntax errors in policy.',
    ],
    [
      'an unknown kind of principal',
      withStatement({ Principal: { SAML: provider } }),
      '/Statement/0/Principal/SAML',
      'Syntax errors in policy.',
    ],
    ['no action', withStatement({ Action: undefined }), '/Statement/0', 'Missing required field Action'],
    [
      'both Action and NotAction',
      withStatement({ NotAction: '*' }),
      '/Statement/0',
      'Syntax errors in policy.',
    ],
    [
      'an action without a vendor',
      withStatement({ Action: 'AssumeRoleWithSAML' }),
      '/Statement/0/Action',
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'an action that is a number',
      withStatement({ Action: [1] }),
      '/Statement/0/Action/0',
      'Syntax errors in policy.',
    ],
    [
      'an unknown operator',
      withStatement({ Condition: { StringIs: { 'saml:aud': 'x' } } }),
      '/Statement/0/Condition/StringIs',
      'Syntax errors in policy.',
    ],
    [
      'an operator in another case',
      withStatement({ Condition: { stringEquals: { 'saml:aud': 'x' } } }),
      '/Statement/0/Condition/stringEquals',
      'Syntax errors in policy.',
    ],
    [
      'NullIfExists',
      withStatement({ Condition: { NullIfExists: { 'saml:aud': 'true' } } }),
      '/Statement/0/Condition/NullIfExists',
      'Syntax errors in policy.',
    ],
    [
      'an unknown set operator',
      withStatement({ Condition: { 'ForSomeValues:StringLike': { 'saml:aud': 'x' } } }),
      '/Statement/0/Condition/ForSomeValues:StringLike',
      'Syntax errors in policy.',
    ],
    [
      'a key without a vendor',
      withStatement({ Condition: { StringEquals: { aud: 'x' } } }),
      '/Statement/0/Condition/StringEquals/aud',
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
    ],
    [
      'a value that is null',
      withStatement({ Condition: { StringEquals: { 'aws:RequestTag/a/b': [null] } } }),
      '/Statement/0/Condition/StringEquals/aws:RequestTag~1a~1b/0',
      'Syntax errors in policy.',
    ],
  ])('%s', (_title, document, pointer, message) => {
    expect(faultOf(document)).toMatchObject({ code: 'MalformedPolicyDocument', message, place: { pointer } });
  });

  it('gives line and column of the fault', () => {
    const text = '{\n  "Version": "2012-10-17",\n  "Statement": [{\n    "Effect": "Permit"\n  }]\n}';
    expect(faultOf(text)).toMatchObject({ place: { pointer: '/Statement/0/Effect', line: 4, column: 15 } });
  });

  it('gives the place where the JSON breaks', () => {
    const trailingComma = '{\n  "Statement": [],\n}';
    expect(faultOf(trailingComma)).toMatchObject({
      message: 'This policy contains invalid Json',
      says: '“}” cannot stand here.',
      place: { pointer: '', line: 3, column: 1 },
    });
  });

  it.each([
    '',
    'file://trust.json',
    '{"a":1',
    '"\\x"',
    '{"a":01}',
    '[1 2]',
    '\ufeff{}',
    '"open',
    '{"a"}',
    '"\u0001"',
  ])('reads no JSON in %j', (text) => {
    expect(faultOf(text)?.message).toBe('This policy contains invalid Json');
  });

  it('survives nesting without end', () => {
    expect(faultOf('['.repeat(1_000_000))?.says).toBe('Values are nested more than 100 deep.');
  });

  it('takes no element twice', () => {
    expect(faultOf('{"Statement":[{"Effect":"Deny","Effect":"Allow"}]}')).toMatchObject({
      says: '“Effect” is there twice.',
      place: { pointer: '/Statement/0/Effect' },
    });
  });
});

describe('what IAM does not accept anew, but accounts may hold', () => {
  it.each<[string, object, string]>([
    [
      'NotPrincipal',
      { Principal: undefined, NotPrincipal: { AWS: '123456789012' } },
      'Has prohibited field NotPrincipal',
    ],
    ['a wildcard action', { Action: 'sts:*' }, 'AssumeRole policy may only specify STS AssumeRole actions.'],
    [
      'an action of another service',
      { Action: 's3:GetObject' },
      'AssumeRole policy may only specify STS AssumeRole actions.',
    ],
    ['a resource', { Resource: '*' }, 'Has prohibited field Resource'],
    [
      'a wildcard in a principal',
      { Principal: { Federated: `${provider}*` } },
      `Invalid principal in policy: "Federated":"${provider}*"`,
    ],
    [
      'a role as federated principal',
      { Principal: { Federated: 'arn:aws:iam::123456789012:role/x' } },
      'Invalid principal in policy: "Federated":"arn:aws:iam::123456789012:role/x"',
    ],
    ['a Sid with a space', { Sid: 'a b' }, 'Syntax errors in policy.'],
  ])('%s', (_title, changes, message) => {
    const document = withStatement(changes);
    const reading = readPolicy(JSON.stringify(document), 'trust');
    expect('notices' in reading && reading.notices.map((notice) => notice.message)).toEqual([message]);
    expect(faultOf(document, 'trust', 'new')?.message).toBe(message);
  });

  it('two statements with one Sid', () => {
    const document = {
      Statement: [
        { ...good, Sid: 'A' },
        { ...good, Sid: 'A' },
      ],
    };
    expect(faultOf(document, 'trust', 'new')?.message).toBe(
      'Statement IDs (SID) in a single policy must be unique.',
    );
  });

  it('accepts the policy that AWS’s guide shows', () => {
    const document = withStatement({
      Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession', 'sts:SetSourceIdentity'],
      Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
    });
    expect(faultOf(document, 'trust', 'new')).toBeUndefined();
  });
});

describe('session policies', () => {
  const session = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' };
  it.each<[string, object, string]>([
    ['a principal', { ...session, Principal: '*' }, 'Has prohibited field Principal'],
    ['no resource', { ...session, Resource: undefined }, 'Policy statement must contain resources.'],
    ['no action', { ...session, Action: undefined }, 'Policy statement must contain actions.'],
    [
      'a resource that is no ARN',
      { ...session, Resource: 'bucket' },
      'Resource bucket must be in ARN format or "*".',
    ],
  ])('%s is malformed', (_title, statement, message) => {
    expect(faultOf({ Version: '2012-10-17', Statement: [statement] }, 'session')?.message).toBe(message);
  });

  it('may speak of any service', () => {
    expect(faultOf({ Version: '2012-10-17', Statement: session }, 'session', 'new')).toBeUndefined();
  });

  it('that are no JSON get STS’s text', () => {
    expect(faultOf('{', 'session')?.message).toBe('The policy is not in the valid JSON format.');
  });
});
