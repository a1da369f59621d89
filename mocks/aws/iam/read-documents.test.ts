import { beforeAll, describe, expect, it } from 'vitest';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { createTestKey, metadataFor } from '../testing/test-world.ts';
import { issuer, production, providerArnOf, roleArnOf, sandbox, start, trustOf } from '../testing/world.ts';
import { createIamClient } from './client.ts';
import { createIam } from './double.ts';

let key: SigningKey;
beforeAll(async () => {
  key = await createTestKey('idp', start);
});

function open(config = {}) {
  const double = createIam(config, { now: () => start });
  const control = createControlClient(double.control);
  return { client: createIamClient(control), control };
}

const detail = (name: string, more: object = {}) => ({
  Path: '/',
  RoleName: name,
  RoleId: 'AROAEXAMPLE',
  Arn: roleArnOf(production, name),
  CreateDate: '2026-01-01T00:00:00+00:00',
  AssumeRolePolicyDocument: trustOf(production),
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  Tags: [{ Key: 'team', Value: 'red' }],
  ...more,
});
const rolesOf = (roles: readonly object[]) => ({
  UserDetailList: [],
  GroupDetailList: [],
  RoleDetailList: roles,
  Policies: [],
  IsTruncated: false,
});
const list = {
  SAMLProviderList: [
    {
      Arn: providerArnOf(production),
      ValidUntil: '2126-01-01T00:00:00Z',
      CreateDate: '2026-01-01T00:00:00Z',
    },
    { Arn: providerArnOf(sandbox), ValidUntil: '2126-02-02T00:00:00Z', CreateDate: '2026-02-02T00:00:00Z' },
  ],
};
const provider = (more: object = {}) => ({
  SAMLProviderUUID: 'SAMLPROVIDERUUID1234567890',
  SAMLMetadataDocument: metadataFor(issuer, [key.certificateDer]),
  CreateDate: '2026-02-02T00:00:00Z',
  ValidUntil: '2126-02-02T00:00:00Z',
  Tags: [],
  AssertionEncryptionMode: 'Allowed',
  PrivateKeyList: [{ KeyId: 'KABCDEFGHIJKLMNOPQRSTUVWXY', Timestamp: '2026-02-03T00:00:00Z' }],
  ...more,
});

describe('files of a real account', () => {
  it('gives roles from the authorization details, and their maximum from list-roles, in either order', async () => {
    const details = { content: rolesOf([detail('Admin')]) };
    const roles = { content: { Roles: [detail('Admin', { MaxSessionDuration: 7200, Tags: undefined })] } };
    for (const documents of [
      [details, roles],
      [roles, details],
    ]) {
      const { client, control } = open();
      const { notes } = await client.load(documents);
      expect(notes).toEqual([]);
      expect(await control.get('/roles')).toMatchObject([
        {
          arn: roleArnOf(production, 'Admin'),
          name: 'Admin',
          maxSessionDurationSeconds: 7200,
          tags: [{ key: 'team', value: 'red' }],
        },
      ]);
    }
  });

  it('reads policies as the API gives them, percent-encoded, and files as text', async () => {
    const { client, control } = open();
    const encoded = encodeURIComponent(JSON.stringify(trustOf(production)));
    await client.load([
      { content: JSON.stringify(rolesOf([detail('Admin', { AssumeRolePolicyDocument: encoded })])) },
    ]);
    expect(await control.get('/roles')).toMatchObject([
      { trust: { policy: { statements: [{ effect: 'Allow' }] } } },
    ]);
  });

  it('says what it could not use, and where, and keeps the rest', async () => {
    const { client } = open();
    const broken = detail('Broken', {
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Perhaps' }] },
    });
    const { roles, notes } = await client.load([
      { content: { ...rolesOf([detail('Admin'), broken]), IsTruncated: true } },
    ]);
    expect(roles).toContain(roleArnOf(production, 'Admin'));
    expect(notes).toEqual([
      expect.stringMatching(/^The trust policy of Broken cannot be read: .* \(line \d+, column \d+\)$/),
      'AWS cut the list of roles (IsTruncated): roles may be missing.',
    ]);
  });

  it('finds the provider of get-saml-provider by its dates in the list', async () => {
    const { client } = open();
    const { providers } = await client.load([{ content: provider() }, { content: list }]);
    expect(providers).toEqual([
      expect.objectContaining({
        arn: providerArnOf(production),
        entityIds: [],
        validUntil: '2126-01-01T00:00:00.000Z',
      }),
      {
        arn: providerArnOf(sandbox),
        uuid: 'SAMLPROVIDERUUID1234567890',
        entityIds: [issuer],
        certificates: [key.certificateDer],
        createdAt: '2026-02-02T00:00:00.000Z',
        validUntil: '2126-02-02T00:00:00.000Z',
        encryptionMode: 'Allowed',
        privateKeyIds: ['KABCDEFGHIJKLMNOPQRSTUVWXY'],
      },
    ]);
  });

  it.each([
    ['get-saml-provider alone', () => [{ content: provider() }]],
    [
      'get-saml-provider with dates of two',
      () => [
        { content: provider() },
        {
          content: {
            SAMLProviderList: [
              list.SAMLProviderList[1],
              { ...list.SAMLProviderList[1], Arn: providerArnOf(production) },
            ],
          },
        },
      ],
    ],
    ['metadata alone', () => [{ content: metadataFor(issuer, [key.certificateDer]) }]],
  ])('asks for the ARN: %s', async (_title, make) => {
    await expect(open().client.load(make())).rejects.toThrow('Give its ARN beside it.');
  });

  it('takes plain metadata with an ARN, and updates what a list told', async () => {
    const { client } = open();
    const arn = providerArnOf(production);
    await client.load([{ content: list }]);
    const { providers } = await client.load([{ content: metadataFor(issuer, [key.certificateDer]), arn }]);
    expect(providers.find((one) => one.arn === arn)).toMatchObject({
      entityIds: [issuer],
      createdAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('refuses another file, and metadata that IAM would not take, and then has changed nothing', async () => {
    const { client } = open();
    await expect(client.load([{ content: { Users: [] } }])).rejects.toThrow(
      'it is no output of `aws iam` that can be read here',
    );
    const bad = { content: '<md/>', arn: providerArnOf(production) };
    await expect(client.load([{ content: rolesOf([detail('Admin')]) }, bad])).rejects.toThrow(
      'InvalidInput: Unable to parse metadata',
    );
    expect(await client.accounts()).toEqual({ aliases: {}, providers: [], roles: [] });
  });

  it('comes back with a reset when it is in the configuration', async () => {
    const { client } = open({ documents: [{ content: rolesOf([detail('Admin')]) }] });
    await client.deleteRole(roleArnOf(production, 'Admin'));
    expect((await client.accounts()).roles).toEqual([]);
    await client.reset();
    expect((await client.accounts()).roles).toEqual([roleArnOf(production, 'Admin')]);
  });
});

describe('a role by the control API', () => {
  it('is refused with the place of the fault when its policy is malformed, as IAM would', async () => {
    const { client } = open();
    const trustPolicy = '{\n  "Version": "2012-10-17",\n  "Statement": [{ "Effect": "Permit" }]\n}';
    await expect(client.putRole({ arn: roleArnOf(production, 'Admin'), trustPolicy })).rejects.toThrow(
      /MalformedPolicyDocument: .*line 3, column \d+/,
    );
  });

  it('takes what accounts hold but IAM would not accept anew only when told so', async () => {
    const { client } = open();
    const [statement] = trustOf(production).Statement as readonly object[]; // one statement, made above
    const { Principal, ...rest } = statement as { Principal: unknown };
    const role = {
      arn: roleArnOf(production, 'Admin'),
      trustPolicy: { Version: '2012-10-17', Statement: [{ ...rest, NotPrincipal: Principal }] },
    };
    await expect(client.putRole(role)).rejects.toThrow('MalformedPolicyDocument');
    await client.putRole({ ...role, stored: true });
    expect((await client.accounts()).roles).toEqual([role.arn]);
  });
});
