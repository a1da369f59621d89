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
      expect.stringMatching(
        /^Document 1: The trust policy of Broken cannot be read: .* \(line \d+, column \d+\)$/,
      ),
      'Document 1: AWS cut the list of roles (IsTruncated), and no last page is given: roles may be missing.',
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

describe('pages', () => {
  const encoded = (name: string) =>
    detail(name, { AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(trustOf(production))) });
  /** As `get-account-authorization-details --max-items` and `--no-paginate` write them. */
  const first = { ...rolesOf([encoded('Admin')]), IsTruncated: true, Marker: 'AAIAAR7' };
  const middle = { ...rolesOf([encoded('Middle')]), IsTruncated: true, Marker: 'AAIAAR8' };
  const last = rolesOf([encoded('Zebra')]);
  const load = async (...contents: readonly object[]) => {
    const { client, control } = open();
    const documents = contents.map((content, index) => ({ content, name: `page-${index + 1}.json` }));
    const { notes, roles } = await client.load(documents);
    return { notes, roles: roles.map((arn) => arn.replace(/.*\//, '')), all: await control.get('/roles') };
  };
  const cut = (file: string) =>
    `${file}: AWS cut the list of roles (IsTruncated), and no last page is given: roles may be missing.`;

  it('are put together, in any order', async () => {
    expect(await load(first, middle, last)).toMatchObject({ notes: [], roles: ['Admin', 'Middle', 'Zebra'] });
    expect((await load(last, first, middle)).notes).toEqual([]);
  });

  it('have their policies decoded on each', async () => {
    expect((await load(first, last)).all).toMatchObject([
      { trust: { policy: { statements: [{ effect: 'Allow' }] } } },
      { trust: { policy: { statements: [{ effect: 'Allow' }] } } },
    ]);
  });

  it('without the last one are told by their files', async () => {
    expect((await load(first, middle)).notes).toEqual([cut('page-1.json'), cut('page-2.json')]);
  });

  it('are cut also where only the marker says so', async () => {
    const { IsTruncated, ...rest } = first;
    expect(IsTruncated).toBe(true);
    expect((await load(rest)).notes).toEqual([cut('page-1.json')]);
    expect((await load({ Roles: [encoded('Admin')], NextToken: 'eyJ' })).notes).toEqual([cut('page-1.json')]);
  });

  it('of another account or of another list do not end them', async () => {
    const other = { ...detail('Admin'), Arn: roleArnOf(sandbox, 'Admin') };
    expect((await load(first, rolesOf([other]))).notes).toEqual([cut('page-1.json')]);
    expect((await load(first, { Roles: [encoded('Admin')] })).notes).toEqual([cut('page-1.json')]);
  });
});

describe('get-saml-provider', () => {
  const arn = providerArnOf(production);
  it.each([
    ['Required', [{ KeyId: 'KABCDEFGHIJKLMNOPQRSTUVWXY', Timestamp: '2026-02-03T00:00:00+00:00' }]],
    ['Allowed', []],
    [undefined, undefined],
  ])('gives its metadata, validity and encryption: %s', async (mode, PrivateKeyList) => {
    const { client } = open();
    const { AssertionEncryptionMode, PrivateKeyList: keys, ...plain } = provider();
    expect([AssertionEncryptionMode, keys]).toHaveLength(2);
    const content = {
      ...plain,
      ...(mode === undefined ? {} : { AssertionEncryptionMode: mode, PrivateKeyList }),
      ValidUntil: '2030-01-02T03:04:05.678000+00:00',
      Tags: [{ Key: 'team', Value: 'red' }],
    };
    const [found] = (await client.load([{ content, arn }])).providers;
    expect(found).toMatchObject({ arn, entityIds: [issuer], validUntil: '2030-01-02T03:04:05.678Z' });
    expect(found?.encryptionMode).toBe(mode);
    expect(found?.privateKeyIds).toEqual((PrivateKeyList ?? []).map(({ KeyId }) => KeyId));
  });
});

describe('a malformed file is refused with its name, the key, what was found and what to do', () => {
  const arn = providerArnOf(production);
  it.each<[string, () => unknown, RegExp]>([
    [
      'cut off',
      () => '{"RoleDetailList": [',
      /account\.json is not JSON, line 1, column 21: The document ends too early\./,
    ],
    [
      'a list',
      () => '[{"Arn": "x"}]',
      /account\.json has none of RoleDetailList, .*, and is a list: it is no output/,
    ],
    [
      'of another command',
      () => ({ Users: [], IsTruncated: false }),
      /and has Users, IsTruncated: it is no output/,
    ],
    ['empty', () => ({}), /and has no key: it is no output/],
    [
      'a list with a broken date',
      () => ({ SAMLProviderList: [{ Arn: arn, ValidUntil: 'yesterday' }] }),
      /account\.json cannot be read\. SAMLProviderList\/0\/ValidUntil is “yesterday”: It is no time in ISO 8601\./,
    ],
    [
      'a list with the ARN of a role',
      () => ({ SAMLProviderList: [{ Arn: roleArnOf(production, 'Admin') }] }),
      /SAMLProviderList\/0\/Arn is “arn:aws:iam::\d+:role\/Admin”: This is no ARN of an IAM SAML provider\./,
    ],
    ['a list that is none', () => ({ SAMLProviderList: {} }), /SAMLProviderList is \{\}: .*expected array/],
    [
      'a provider with an unknown mode',
      () => ({ ...provider(), AssertionEncryptionMode: 'Never' }),
      /AssertionEncryptionMode is “Never”: .*Required.*Allowed/,
    ],
    [
      'a provider without metadata',
      () => ({ ...provider(), SAMLMetadataDocument: null }),
      /SAMLMetadataDocument is null: .*expected string/,
    ],
    [
      'a provider whose key has no id',
      () => ({ ...provider(), PrivateKeyList: [{ Timestamp: '2026-01-01T00:00:00Z' }] }),
      /PrivateKeyList\/0\/KeyId is missing: /,
    ],
  ])('%s', async (_what, make, message) => {
    const { client } = open();
    const loading = client.load([{ content: make(), arn, name: 'account.json' }]);
    await expect(loading).rejects.toThrow(message);
    await expect(loading).rejects.toThrow(/Write it with `aws iam get-account-authorization-details`/);
    expect((await client.accounts()).providers).toEqual([]);
  });

  it('and a byte order mark in front does no harm', async () => {
    const { client } = open();
    const content = `\ufeff${JSON.stringify(rolesOf([detail('Admin')]))}`;
    expect(await client.load([{ content }])).toMatchObject({
      notes: [],
      roles: [roleArnOf(production, 'Admin')],
    });
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
