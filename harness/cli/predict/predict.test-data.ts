import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode, metadataFor, signXml } from '../../../mocks/aws/testing/test-world.ts';
import { writeResponse } from '../../../mocks/aws/testing/write-response.ts';
import { createSigningKey, type SigningKey } from '../../../mocks/core/keys.ts';
import { plannedAssertion } from '../../aws/planned-assertion.ts';
import { attributeName } from '../../aws/saml-attributes.ts';

export const account = '123456789012';
export const provider = `arn:aws:iam::${account}:saml-provider/1Kosmos`;
export const issuer = 'https://acme.1kosmos.net/saml';
export const recipient = 'https://signin.aws.amazon.com/saml';
export const instant = '2026-11-21T08:00:00Z';
export const now = Date.parse(instant);

export const roleArn = (name: string, ofAccount = account) => `arn:aws:iam::${ofAccount}:role/${name}`;
export const pairOf = (name: string, by = provider) => `${roleArn(name)},${by}`;

/** What a role of the sample differs in. */
export interface RoleChanges {
  readonly condition?: Readonly<Record<string, unknown>>;
  readonly actions?: readonly string[];
  readonly principal?: Readonly<Record<string, string>>;
  readonly account?: string;
  readonly seconds?: number;
}

/** A role as `get-account-authorization-details` prints it. */
export function roleDetail(name: string, changes: RoleChanges = {}): Readonly<Record<string, unknown>> {
  const {
    condition = {},
    actions = ['sts:AssumeRoleWithSAML'],
    principal = { Federated: provider },
  } = changes;
  const statement = {
    Effect: 'Allow',
    Principal: principal,
    Action: actions,
    Condition: { StringEquals: { 'SAML:aud': recipient, ...condition } },
  };
  return {
    Path: '/',
    RoleName: name,
    RoleId: `AROA${name.toUpperCase().padEnd(17, 'X')}`,
    Arn: roleArn(name, changes.account),
    CreateDate: '2026-01-01T00:00:00+00:00',
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] },
    ...(changes.seconds === undefined ? {} : { MaxSessionDuration: changes.seconds }),
  };
}

export function accountDetails(...roles: readonly object[]): string {
  const empty = { UserDetailList: [], GroupDetailList: [], Policies: [], IsTruncated: false };
  return `${JSON.stringify({ ...empty, RoleDetailList: roles }, null, 2)}\n`;
}

/** Four roles for people and one for a service. */
export const sampleRoles = [
  roleDetail('ReadOnly'),
  roleDetail('Engineer'),
  roleDetail('Billing', { condition: { 'SAML:sub': 'carol@example.com' } }),
  roleDetail('Admin', { principal: { Federated: `arn:aws:iam::${account}:saml-provider/Okta` } }),
  roleDetail('Lambda', { principal: { Service: 'lambda.amazonaws.com' }, actions: ['sts:AssumeRole'] }),
] as const;

export const sampleMapping = {
  Role: `arn:aws:iam::${account}:role/{roles},${provider}`,
  RoleSessionName: '{email}',
  NameID: '{email}',
};

export const sampleUsers = `email,team,roles
alice@example.com,platform,ReadOnly;Engineer
bob@example.com,finance,ReadOnly;Billing
carol@example.com,finance,ReadOnly;Billing
dave@example.com,platform,Admin
erin example,platform,Engineer
frank@example.com,sales,
`;

/** Files of a rollout, with keys made now. */
export interface PredictFiles {
  readonly folder: string;
  readonly key: SigningKey;
  /** Flags that name account and metadata. */
  readonly flags: readonly string[];
  /** Those, and users with their mapping. */
  readonly withUsers: readonly string[];
  /** @returns the name, which tells the file from `folder` */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
}

/** Writes `details.json`, `idp.xml`, `users.csv` and `mapping.json`. */
export async function makePredictFiles(folder: string): Promise<PredictFiles> {
  const key = await makeKey('Acme IdP signing');
  const write = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    return name;
  };
  await write('details.json', accountDetails(...sampleRoles));
  await write('idp.xml', metadataFor(issuer, [key.certificateDer]));
  await write('users.csv', sampleUsers);
  await write('mapping.json', JSON.stringify(sampleMapping, null, 2));
  const flags = ['--account', 'details.json', '--idp-metadata', 'idp.xml'];
  return {
    folder,
    key,
    flags,
    write,
    withUsers: [...flags, '--users', 'users.csv', '--mapping', 'mapping.json'],
  };
}

export function makeKey(commonName: string): Promise<SigningKey> {
  const day = 86_400_000;
  return createSigningKey({
    commonName,
    notBefore: new Date(now - day),
    notAfter: new Date(now + 365 * day),
  });
}

/** What a saved response says. */
export interface SampleLogin {
  readonly name: string;
  readonly roles: readonly string[];
  readonly key: SigningKey;
  readonly issuedAt?: number;
  /** In plain; ends up inside the assertion. */
  readonly more?: string;
}

/** A SAMLResponse as a browser posts it: base64, the assertion signed. */
export function makeResponse({ name, roles, key, issuedAt = now, more = '' }: SampleLogin): string {
  const attributes = [
    { name: attributeName('role'), values: roles },
    { name: attributeName('roleSessionName'), values: [name] },
  ];
  const planned = {
    issuer,
    recipient,
    audience: 'urn:amazon:webservices',
    nameId: { value: name, format: undefined },
    attributes,
  };
  const xml = writeResponse(plannedAssertion(planned, issuedAt), {
    responseId: '_r1',
    assertionId: '_a1',
    more,
  });
  return encode(signXml(xml, 'Assertion', key));
}

/** A third of the roles are open, the others ask for the last digit of the user and for a group. */
export function largeAccount(count: number): string {
  const roles = Array.from({ length: count }, (_, index) => {
    if (index % 3 === 0) return roleDetail(`Role${index}`, { condition: { 'SAML:iss': issuer } });
    const role = roleDetail(`Role${index}`);
    const [statement] = [
      {
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithSAML',
        Condition: {
          StringLike: { 'SAML:sub': [`*${index % 10}@example.com`, 'nobody*'] },
          'ForAnyValue:StringEquals': { 'SAML:eduPersonAffiliation': ['staff', 'faculty'] },
        },
      },
    ];
    return { ...role, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } };
  });
  return accountDetails(...roles);
}

/** Every user has every role. */
export function largeUsers(users: number, roles: number): string {
  const all = Array.from({ length: roles }, (_, index) => `Role${index}`).join(';');
  const lines = Array.from({ length: users }, (_, index) => `user${index}@example.com,member;staff,${all}\n`);
  return `email,affiliation,roles\n${lines.join('')}`;
}

export const largeMapping = JSON.stringify({
  ...sampleMapping,
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.1': '{affiliation}',
});
