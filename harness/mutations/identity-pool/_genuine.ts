import { createHash } from 'node:crypto';
import { attributeName } from '../../aws/saml-attributes.ts';
import type { RoleRecord } from '../../model/aws-records.ts';
import type { Evidence } from '../../model/evidence.ts';
import type {
  IdentityPool,
  IdentityPoolRecord,
  PoolCall,
  PrincipalTag,
} from '../../model/identity-pool-records.ts';
import type { Setup } from '../../model/records.ts';
import { ATTRNAME } from '../../saml/namespaces.ts';
import { applyChange } from '../kit/apply.ts';
import { rawOf, recordArtifact, withArtifacts, withoutArtifacts } from '../kit/artifact.ts';
import { insertInto, removeElement } from '../kit/edit.ts';
import type { GenuineLogin } from '../kit/genuine.ts';
import { instant } from '../kit/genuine-facts.ts';
import { type GenuineIamOptions, makeGenuineIamLogin } from '../kit/genuine-iam.ts';
import { iamNames, iamRoles, iamTrustPolicy } from '../kit/genuine-iam-facts.ts';
import { attributeXml } from '../kit/genuine-iam-messages.ts';

/** Where the person's role comes from: rules of the pool, or the Role attribute of the assertion. */
export interface GenuinePoolOptions extends GenuineIamOptions {
  readonly roleBy: 'rules' | 'assertion';
}

export const poolNames = {
  poolId: 'us-east-1:11111111-2222-3333-4444-555555555555',
  identityId: 'us-east-1:aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  url: 'https://cognito-identity.us-east-1.amazonaws.com/',
  provider: iamNames.providerArn,
} as const;

const roleArn = (name: string) => `arn:aws:iam::${iamNames.accountId}:role/${name}`;

export const poolRoleArns = {
  member: roleArn('Member'),
  engineer: roleArn('teams/Engineer'),
  auditor: roleArn('Auditor'),
  guest: roleArn('Guest'),
} as const;

/** The trust policy of the developer guide, with sts:TagSession. */
export const poolTrustPolicy = (amr: string) =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Action: ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
          Condition: {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': poolNames.poolId },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
          },
        },
      ],
    },
    null,
    2,
  );

/**
 * A complete clean login into an identity pool: that into IAM roles, whose response an application takes to the pool in
 * place of the sign-in page, as the seed has it of mobile applications.
 */
export function makeGenuinePoolLogin({ roleBy, ...options }: GenuinePoolOptions): GenuineLogin {
  const plain = makeGenuineIamLogin(options);
  const evidence = applyChange(
    { on: 'response', apply: (xml) => withPoolClaims(xml, roleBy) },
    'before-signing',
    plain,
  );
  const login = { ...plain, evidence: withoutArtifacts(evidence, 'account', 'sts') };
  const setup = JSON.parse(rawOf(evidence, 'setup') ?? '{}') as Setup; // written by the login itself
  const record = buildRecord(login.evidence, options.now, roleBy);
  return {
    ...login,
    evidence: {
      ...withArtifacts(login.evidence, {
        setup: recordArtifact({ ...setup, attributes: agreedAttributes, access: [] }),
        'identity-pool': recordArtifact(record),
      }),
      integration: 'cognito-identity-pool',
    },
  };
}

const agreedAttributes = [
  { source: 'user.department', name: 'department', value: 'Engineering' },
  { source: 'user.costCenter', name: 'costCenter', value: '4711' },
];

/** Claims of the rules and tags; AWS's own but for the roles are not sent. */
function withPoolClaims(xml: string, roleBy: GenuinePoolOptions['roleBy']): string {
  const unwanted = [
    ...(['sessionDuration', 'sourceIdentity', 'transitiveTagKeys'] as const).map((one) => attributeName(one)),
    ...['Department', 'CostCenter'].map((key) => attributeName('principalTag', key)),
    ...(roleBy === 'rules' ? [attributeName('role'), attributeName('roleSessionName')] : []),
  ];
  const bare = unwanted.reduce((text, name) => removeElement(text, `Attribute[Name=${name}]`), xml);
  return agreedAttributes.reduce(
    (text, { name, value }) =>
      insertInto(text, 'AttributeStatement', attributeXml(name, [value], ATTRNAME.basic)),
    bare,
  );
}

const roleByRules: Partial<IdentityPool> = {
  authenticatedRole: poolRoleArns.member,
  roleMappings: [
    {
      provider: poolNames.provider,
      type: 'Rules',
      ambiguousRoleResolution: 'AuthenticatedRole',
      rules: [
        { claim: 'department', matchType: 'Equals', value: 'Engineering', roleArn: poolRoleArns.engineer },
        { claim: 'costCenter', matchType: 'StartsWith', value: '08', roleArn: poolRoleArns.auditor },
      ],
    },
  ],
  principalTags: [
    {
      provider: poolNames.provider,
      useDefaults: false,
      tags: [
        { key: 'Department', claim: 'department' },
        { key: 'CostCenter', claim: 'costCenter' },
      ],
    },
  ],
};

function buildRecord(
  evidence: Evidence,
  now: number,
  roleBy: GenuinePoolOptions['roleBy'],
): IdentityPoolRecord {
  const byRules = roleBy === 'rules';
  const role = byRules ? poolRoleArns.engineer : iamRoles.powerUser;
  const tags = [
    { key: 'Department', value: 'Engineering' },
    { key: 'CostCenter', value: '4711' },
  ];
  return {
    pool: {
      identityPoolId: poolNames.poolId,
      name: 'acme_reports',
      allowUnauthenticated: false,
      allowClassicFlow: false,
      samlProviders: [poolNames.provider],
      unauthenticatedRole: poolRoleArns.guest,
      roleMappings: [],
      principalTags: [],
      ...(byRules ? roleByRules : {}),
    },
    accountId: iamNames.accountId,
    provider: poolNames.provider,
    roles: [
      ...Object.values(poolRoleArns).map((arn) =>
        record(arn, poolTrustPolicy(arn === poolRoleArns.guest ? 'unauthenticated' : 'authenticated')),
      ),
      ...[iamRoles.powerUser, iamRoles.readOnly].map((arn) => record(arn, iamTrustPolicy)),
    ],
    calls: buildCalls(evidence, now, role, byRules ? tags : []),
    agreed: { role, tags: byRules ? tags : [] },
    earlierIdentityId: poolNames.identityId,
  };
}

function record(arn: string, trustPolicy: string): RoleRecord {
  const [, path = '/', name = ''] = /:role(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
  return { arn, name, path, maxSessionSeconds: 3_600, trustPolicy };
}

/** The enhanced flow, then the same assertion in GetId once more, which the pool refuses. */
function buildCalls(
  evidence: Evidence,
  now: number,
  role: string,
  principalTags: readonly PrincipalTag[],
): readonly PoolCall[] {
  const token = rawOf(evidence, 'response') ?? '';
  const login = {
    provider: poolNames.provider,
    length: token.length,
    sha256: createHash('sha256').update(token).digest('hex'),
  };
  const call = (afterMs: number) => ({
    url: poolNames.url,
    askedAt: instant(now - 1_500 + afterMs),
    signed: false,
    logins: [login],
  });
  const { poolId: identityPoolId, identityId } = poolNames;
  const byAssertion = principalTags.length === 0;
  return [
    {
      operation: 'GetId',
      ...call(0),
      identityPoolId,
      expected: 'granted',
      answer: { outcome: 'identity', status: 200, identityId },
    },
    {
      operation: 'GetCredentialsForIdentity',
      ...call(200),
      identityId,
      ...(byAssertion ? { customRoleArn: role } : {}),
      expected: 'granted',
      answer: {
        outcome: 'credentials',
        status: 200,
        identityId,
        expiresAt: instant(now - 1_300 + 3_600_000),
        assumedRoleArn: `arn:aws:sts::${iamNames.accountId}:assumed-role/${role.split('/').at(-1)}/CognitoIdentityCredentials`,
        principalTags,
      },
    },
    {
      operation: 'GetId',
      ...call(400),
      identityPoolId,
      expected: 'NotAuthorizedException',
      answer: {
        outcome: 'refused',
        status: 400,
        code: 'NotAuthorizedException',
        message: 'Invalid login token. SAML assertion has been used already.',
      },
    },
  ];
}
