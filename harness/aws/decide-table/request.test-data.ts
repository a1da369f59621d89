import {
  account,
  analyst,
  engineer,
  grants,
  invalid,
  kosmos,
  named,
  otherAccount,
  otherKosmos,
  refuses,
  type TableCase,
  validation,
} from './table.test-data.ts';

const one = (what: string) => `1 validation error detected: ${what}`;
const constraint = (message: string) => validation(message, 'request/constraints');
/** 2049 characters. */
const longPolicy = `{"Id":"${'a'.repeat(2040)}"}`;
const noSuchRequest = 'Request ARN is invalid';
const nested = (code: string) =>
  ` (Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: ${code}; Request ID: 00000000-0000-0000-0000-000000000000; Proxy: null)`;

/** Parameters of the call, and finding role and provider. */
export const requestCases: readonly TableCase[] = [
  grants('a call as the guide describes it', {}, { durationSeconds: 3600 }),
  refuses(
    'no RoleArn',
    { request: { roleArn: undefined } },
    constraint(one("Value null at 'roleArn' failed to satisfy constraint: Member must not be null")),
  ),
  refuses(
    'no PrincipalArn',
    { request: { principalArn: undefined } },
    constraint(one("Value null at 'principalArn' failed to satisfy constraint: Member must not be null")),
  ),
  refuses(
    'no SAMLAssertion',
    { request: { samlAssertionLength: undefined } },
    constraint(one("Value null at 'sAMLAssertion' failed to satisfy constraint: Member must not be null")),
  ),
  refuses(
    'neither RoleArn nor PrincipalArn',
    { request: { roleArn: undefined, principalArn: undefined } },
    constraint(
      "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; Value null at 'principalArn' failed to satisfy constraint: Member must not be null",
    ),
  ),
  refuses(
    'a RoleArn of 19 characters',
    { request: { roleArn: 'arn:aws:iam::1:role' } },
    constraint(
      one(
        "Value 'arn:aws:iam::1:role' at 'roleArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
      ),
    ),
  ),
  refuses(
    'a RoleArn of 2049 characters',
    { request: { roleArn: 'r'.repeat(2049) } },
    constraint(
      one(
        `Value '${'r'.repeat(2049)}' at 'roleArn' failed to satisfy constraint: Member must have length less than or equal to 2048`,
      ),
    ),
  ),
  refuses(
    'a RoleArn with a control character',
    { request: { roleArn: `${engineer}\u0001` } },
    constraint(
      one(
        `Value '${engineer}\u0001' at 'roleArn' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+`,
      ),
    ),
  ),
  refuses(
    'an assertion of 3 characters',
    { request: { samlAssertionLength: 3 } },
    constraint(
      one(
        "Value at 'sAMLAssertion' failed to satisfy constraint: Member must have length greater than or equal to 4",
      ),
    ),
  ),
  refuses(
    'a PrincipalArn of 19 characters',
    { request: { principalArn: 'arn:aws:iam::1:saml' } },
    constraint(
      one(
        "Value 'arn:aws:iam::1:saml' at 'principalArn' failed to satisfy constraint: Member must have length greater than or equal to 20",
      ),
    ),
  ),
  refuses(
    'a session policy of 2049 characters',
    { request: { policy: longPolicy } },
    constraint(
      one(
        `Value '${longPolicy}' at 'policy' failed to satisfy constraint: Member must have length less than or equal to 2048`,
      ),
    ),
  ),
  grants('a session token of 4096 characters at least', { request: { minimumSessionTokenSize: 4096 } }),
  refuses(
    'a session token of 4097 characters at least',
    { request: { minimumSessionTokenSize: 4097 } },
    constraint(
      one(
        "Value '4097' at 'minimumSessionTokenSize' failed to satisfy constraint: Member must have value less than or equal to 4096",
      ),
    ),
  ),
  grants('an assertion of 100000 characters', { request: { samlAssertionLength: 100_000 } }),
  refuses(
    'an assertion of 100001 characters',
    { request: { samlAssertionLength: 100_001 } },
    constraint(
      one(
        "Value at 'sAMLAssertion' failed to satisfy constraint: Member must have length less than or equal to 100000",
      ),
    ),
  ),
  grants('DurationSeconds of 900', { request: { durationSeconds: 900 } }, { durationSeconds: 900 }),
  refuses(
    'DurationSeconds of 899',
    { request: { durationSeconds: 899 } },
    constraint(
      one(
        "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
      ),
    ),
  ),
  refuses(
    'DurationSeconds of 43201',
    { request: { durationSeconds: 43_201 } },
    constraint(
      one(
        "Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200",
      ),
    ),
  ),
  refuses(
    'DurationSeconds below nought',
    { request: { durationSeconds: -1 } },
    constraint(
      one(
        "Value '-1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
      ),
    ),
  ),
  refuses(
    'an empty session policy',
    { request: { policy: '' } },
    constraint(
      "2 validation errors detected: Value '' at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+; Value '' at 'policy' failed to satisfy constraint: Member must have length greater than or equal to 1",
    ),
  ),
  refuses(
    'a session policy with a character beyond Latin-1',
    { request: { policy: '{"Id":"日"}' } },
    constraint(
      one(
        `Value '{"Id":"日"}' at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+`,
      ),
    ),
  ),
  refuses(
    'a policy ARN that is too short',
    { request: { policyArns: ['arn:aws'] } },
    constraint(
      one(
        "Value 'arn:aws' at 'policyArns.1.member.arn' failed to satisfy constraint: Member must have length greater than or equal to 20",
      ),
    ),
  ),
  refuses(
    'eleven policy ARNs',
    { request: { policyArns: Array(11).fill('arn:aws:iam::aws:policy/ReadOnlyAccess') } },
    constraint(
      one(
        `Value '[${Array(11).fill('arn:aws:iam::aws:policy/ReadOnlyAccess').join(', ')}]' at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to 10`,
      ),
    ),
  ),
  refuses(
    'the two ARNs swapped',
    { request: { roleArn: kosmos, principalArn: engineer } },
    validation(noSuchRequest, 'request/role-arn'),
  ),
  refuses(
    'RoleArn of a user',
    { request: { roleArn: `arn:aws:iam::${account}:user/ada` } },
    validation(noSuchRequest, 'request/role-arn'),
  ),
  refuses(
    'RoleArn in an unknown partition',
    { request: { roleArn: `arn:amazon:iam::${account}:role/Engineer` } },
    validation(noSuchRequest, 'request/role-arn'),
  ),
  refuses(
    'RoleArn with eleven digits',
    { request: { roleArn: 'arn:aws:iam::12345678901:role/Engineer' } },
    validation(noSuchRequest, 'request/role-arn'),
  ),
  refuses(
    'RoleArn with a space in front',
    { request: { roleArn: ` ${engineer}` } },
    validation(noSuchRequest, 'request/role-arn'),
  ),
  refuses(
    'PrincipalArn that is a role',
    { request: { principalArn: analyst } },
    validation(noSuchRequest, 'request/principal-arn'),
  ),
  refuses(
    'PrincipalArn of an OIDC provider',
    { request: { principalArn: `arn:aws:iam::${account}:oidc-provider/idp.example.com` } },
    validation(noSuchRequest, 'request/principal-arn'),
  ),
  refuses(
    'a provider in another account',
    { request: { principalArn: otherKosmos } },
    validation('Principal exists outside the account of the Role being assumed.', 'request/accounts'),
  ),
  refuses(
    'a provider in another partition',
    { request: { principalArn: `arn:aws-cn:iam::${account}:saml-provider/1Kosmos` } },
    validation('Principal exists outside the account of the Role being assumed.', 'request/partitions'),
  ),
  refuses(
    'an assertion that is not base64',
    { unreadable: 'not-base64' },
    invalid(
      `Invalid base64 SAMLResponse${nested('AuthSamlInvalidSamlResponseException')}`,
      'response/base64',
    ),
  ),
  refuses(
    'base64 of something that is no XML',
    { unreadable: 'not-xml' },
    invalid(`Invalid base64 SAMLResponse${nested('AuthSamlInvalidSamlResponseException')}`, 'response/xml'),
  ),
  refuses(
    'a provider that is not there',
    { request: { principalArn: `arn:aws:iam::${account}:saml-provider/Missing` } },
    invalid(
      `Specified provider doesn't exist${nested('AuthSamlManifestNotFoundException')}`,
      'provider/exists',
    ),
  ),
  refuses(
    'the provider’s name in another case',
    { request: { principalArn: `arn:aws:iam::${account}:saml-provider/1kosmos` } },
    invalid(
      `Specified provider doesn't exist${nested('AuthSamlManifestNotFoundException')}`,
      'provider/exists',
    ),
  ),
  grants(
    'a role in a second account, with its own provider',
    {
      request: { roleArn: `arn:aws:iam::${otherAccount}:role/Engineer`, principalArn: otherKosmos },
      attributes: {
        [named('Role')]: [
          `${engineer},${kosmos}`,
          `arn:aws:iam::${otherAccount}:role/Engineer,${otherKosmos}`,
        ],
      },
    },
    {
      assumedRoleUser: {
        assumedRoleId: 'AROAEXAMPLEENGINEER:ada@example.com',
        arn: `arn:aws:sts::${otherAccount}:assumed-role/Engineer/ada@example.com`,
      },
    },
  ),
];
