import {
  describePool,
  describeRoles,
  describeTags,
} from '../../../../mocks/aws/cognito-identity-pool/print-pool.ts';
import {
  account,
  poolId,
  poolTrust,
  provider,
} from '../../../../mocks/aws/cognito-identity-pool/testing/pool-world.ts';
import type { IdentityPool } from '../../../model/identity-pool-records.ts';

export const roleArn = (name: string) => `arn:aws:iam::${account}:role/${name}`;

export const pool: IdentityPool = {
  identityPoolId: poolId,
  name: 'acme',
  allowUnauthenticated: false,
  allowClassicFlow: false,
  samlProviders: [provider],
  authenticatedRole: roleArn('Member'),
  roleMappings: [
    {
      provider,
      type: 'Rules',
      ambiguousRoleResolution: 'Deny',
      rules: [
        { claim: 'team', matchType: 'Equals', value: 'platform', roleArn: roleArn('Engineer') },
        { claim: 'team', matchType: 'StartsWith', value: 'plat', roleArn: roleArn('Auditor') },
        { claim: 'team', matchType: 'Equals', value: 'finance', roleArn: roleArn('Auditor') },
      ],
    },
  ],
  principalTags: [{ provider, useDefaults: false, tags: [{ key: 'Team', claim: 'team' }] }],
};

/** The pool as the three commands of `aws cognito-identity` print it. */
export function printedPool(one: IdentityPool): readonly string[] {
  const tags = one.principalTags.map((map) => describeTags(one, map.provider));
  return [describePool(one), describeRoles(one), ...tags].map((part) => JSON.stringify(part, null, 4));
}

/** Roles as `get-account-authorization-details` prints them: each with the trust policy of the developer guide. */
export function printedAccount(policies: Readonly<Record<string, string>>): string {
  const roles = Object.entries(policies).map(([name, policy]) => ({
    Path: '/',
    RoleName: name,
    RoleId: `AROA${name.toUpperCase().padEnd(17, 'X')}`,
    Arn: roleArn(name),
    CreateDate: '2026-01-01T00:00:00+00:00',
    AssumeRolePolicyDocument: JSON.parse(policy) as unknown,
  }));
  return JSON.stringify({ UserDetailList: [], RoleDetailList: roles, IsTruncated: false });
}

export const policies = { Member: poolTrust({}), Engineer: poolTrust({}), Auditor: poolTrust({}) };

export const users = `email,team
alice@example.com,platform
bob@example.com,finance
carol@example.com,sales
`;

export const mapping = JSON.stringify({ NameID: '{email}', team: '{team}' });
