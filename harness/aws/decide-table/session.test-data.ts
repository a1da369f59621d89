import {
  account,
  analyst,
  baseAssertion,
  expired,
  type Given,
  globalAcs,
  grants,
  issuer,
  kosmos,
  named,
  otherAccount,
  type Refused,
  refuses,
  type TableCase,
  tableNow,
  validation,
} from './table.test-data.ts';

const tooLong = validation(
  'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
  'duration/maximum',
);
const malformed = (message: string): Refused => ({
  code: 'MalformedPolicyDocument',
  httpStatus: 400,
  message,
  rule: 'policy/malformed',
});
const tooLarge = (message: string, rule: Refused['rule']): Refused => ({
  code: 'PackedPolicyTooLarge',
  httpStatus: 400,
  message,
  rule,
});
const policy = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
const readBucket = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' };
const asked = (seconds: number, given: Given = {}): Given => ({
  ...given,
  request: { durationSeconds: seconds },
});
const managed = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

/** Lengths, session policies, and what is answered. */
export const sessionCases: readonly TableCase[] = [
  grants(
    'all fields of the answer',
    {},
    {
      assumedRoleUser: {
        assumedRoleId: 'AROAEXAMPLEENGINEER:ada@example.com',
        arn: `arn:aws:sts::${account}:assumed-role/Engineer/ada@example.com`,
      },
      roleSessionName: 'ada@example.com',
      durationSeconds: 3600,
      expirationMs: tableNow + 3_600_000,
      subject: 'ada',
      subjectType: 'persistent',
      issuer,
      audience: globalAcs,
      nameQualifier: 'TB7d44HIqTmXs4M3LJSrGpv9REM=',
      tags: [],
      transitiveTagKeys: [],
    },
  ),
  grants('the role’s maximum', asked(7200), { durationSeconds: 7200, expirationMs: tableNow + 7_200_000 }),
  refuses('a second over the role’s maximum', asked(7201), tooLong),
  refuses('twelve hours where the role has two', asked(43_200), tooLong),
  grants(
    'twelve hours where the role has them',
    {
      request: { roleArn: analyst, durationSeconds: 43_200 },
      attributes: { [named('Role')]: [`${analyst},${kosmos}`] },
    },
    { durationSeconds: 43_200 },
  ),
  refuses(
    'over an hour where the role’s maximum is not known',
    { ...asked(3601), role: { MaxSessionDuration: undefined } },
    tooLong,
  ),
  grants(
    'an hour where the role’s maximum is not known',
    { role: { MaxSessionDuration: undefined } },
    { durationSeconds: 3600 },
    ['max-session-duration-unknown'],
  ),
  refuses(
    'too long, though SessionDuration is short',
    asked(7201, { attributes: { [named('SessionDuration')]: ['900'] } }),
    tooLong,
  ),
  grants(
    'DurationSeconds below SessionDuration',
    asked(900, { attributes: { [named('SessionDuration')]: ['1800'] } }),
    { durationSeconds: 900 },
  ),
  grants(
    'SessionDuration below DurationSeconds',
    asked(7200, { attributes: { [named('SessionDuration')]: ['1800'] } }),
    { durationSeconds: 1800 },
  ),
  grants(
    'SessionNotOnOrAfter ends it',
    { assertion: { sessionNotOnOrAfterMs: tableNow + 600_000 } },
    {
      durationSeconds: 600,
      expirationMs: tableNow + 600_000,
    },
  ),
  grants(
    'SessionNotOnOrAfter after the session',
    { assertion: { sessionNotOnOrAfterMs: tableNow + 86_400_000 } },
    { durationSeconds: 3600 },
  ),
  grants(
    'SessionNotOnOrAfter below SessionDuration',
    {
      assertion: {
        sessionNotOnOrAfterMs: tableNow + 1_200_500,
        attributes: [...baseAssertion.attributes, { name: named('SessionDuration'), values: ['1800'] }],
      },
    },
    { durationSeconds: 1200 },
  ),
  refuses(
    'SessionNotOnOrAfter that has passed',
    { assertion: { sessionNotOnOrAfterMs: tableNow - 1000 } },
    expired('Response has expired', 'duration/session-over'),
  ),
  grants('a session policy', { request: { policy: policy(readBucket) } }, { packedPolicySize: 7 }, [
    'packed-size-estimated',
  ]),
  refuses(
    'a session policy that is no JSON',
    { request: { policy: '{"Version":' } },
    malformed('The policy is not in the valid JSON format.'),
  ),
  refuses(
    'a session policy with a principal',
    { request: { policy: policy({ ...readBucket, Principal: '*' }) } },
    malformed('Has prohibited field Principal'),
  ),
  refuses(
    'a session policy without resource',
    { request: { policy: policy({ Effect: 'Allow', Action: 's3:*' }) } },
    malformed('Policy statement must contain resources.'),
  ),
  refuses(
    'a session policy with an unknown effect',
    { request: { policy: policy({ ...readBucket, Effect: 'Permit' }) } },
    malformed('Syntax errors in policy.'),
  ),
  refuses(
    'a session policy with an unknown operator',
    { request: { policy: policy({ ...readBucket, Condition: { Equals: { 'aws:x': 'y' } } }) } },
    malformed('Syntax errors in policy.'),
  ),
  grants(
    'managed policies of AWS and of the account',
    { request: { policyArns: [managed, `arn:aws:iam::${account}:policy/team/Limit`] } },
    { packedPolicySize: 5 },
    ['packed-size-estimated'],
  ),
  refuses(
    'a managed policy of another account',
    { request: { policyArns: [`arn:aws:iam::${otherAccount}:policy/Limit`] } },
    validation('Request ARN is invalid', 'policy/arns'),
  ),
  refuses(
    'a role among the policies',
    { request: { policyArns: [analyst] } },
    validation('Request ARN is invalid', 'policy/arns'),
  ),
  refuses(
    'a policy and ARNs of more than 2048 characters together',
    {
      request: {
        policy: policy({ ...readBucket, Sid: 'A'.repeat(1850) }),
        policyArns: Array(5).fill(managed),
      },
    },
    tooLarge('The plaintext of the session policies exceeds 2048 characters.', 'policy/together'),
  ),
  refuses(
    'tags that do not fit the packed space',
    {
      attributes: Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [
          named(`PrincipalTag:key-number-${index}`),
          ['v'.repeat(200)],
        ]),
      ),
    },
    tooLarge('Packed size of session tags consumes 136% of allotted space.', 'policy/packed-size'),
  ),
  grants(
    'the fraction of a second is dropped from the end',
    { assertion: { sessionNotOnOrAfterMs: tableNow + 600_999 } },
    { expirationMs: tableNow + 600_000 },
  ),
];
