import { describe, expect, it } from 'vitest';
import { paced } from '../stack/pace.test-helper.ts';
import { mergeRoles, readRoles } from './account.ts';
import { readProviderDocument, readProviderList } from './account-providers.ts';

const arn = 'arn:aws:iam::123456789012:role/team/Engineer';
const provider = 'arn:aws:iam::123456789012:saml-provider/1Kosmos';
const document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithSAML' }],
};
const detail = {
  Path: '/team/',
  RoleName: 'Engineer',
  RoleId: 'AROAEXAMPLE',
  Arn: arn,
  CreateDate: '2026-01-01T00:00:00+00:00',
  AssumeRolePolicyDocument: document,
  RolePolicyList: [],
  Tags: [{ Key: 'Stage', Value: 'test' }],
};
const details = (...roles: object[]) =>
  JSON.stringify(
    { UserDetailList: [], GroupDetailList: [], RoleDetailList: roles, Policies: [], IsTruncated: false },
    null,
    2,
  );

describe('roles', () => {
  it('are read from get-account-authorization-details, which does not tell the longest session', () => {
    const { roles, faults, truncated } = readRoles(details(detail));
    expect(faults).toEqual([]);
    expect(truncated).toBe(false);
    expect(roles).toMatchObject([
      {
        arn,
        name: 'Engineer',
        roleId: 'AROAEXAMPLE',
        maxSessionDurationSeconds: undefined,
        tags: [{ key: 'Stage', value: 'test' }],
        trust: { policy: { statements: [{ effect: 'Allow', principal: { federated: [provider] } }] } },
      },
    ]);
  });

  it('are read from list-roles and get-role, which do', () => {
    const role = { ...detail, MaxSessionDuration: 7200 };
    expect(readRoles(JSON.stringify({ Roles: [role] })).roles[0]?.maxSessionDurationSeconds).toBe(7200);
    expect(readRoles(JSON.stringify({ Role: role })).roles[0]?.maxSessionDurationSeconds).toBe(7200);
  });

  it('may have their policy URL-encoded', () => {
    const encoded = { ...detail, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(document)) };
    expect(readRoles(details(encoded))).toMatchObject({
      faults: [],
      roles: [{ trust: { policy: { statements: [{}] } } }],
    });
  });

  it('may have their policy as text', () => {
    const asText = { ...detail, AssumeRolePolicyDocument: JSON.stringify(document) };
    expect(readRoles(details(asText))).toMatchObject({
      faults: [],
      roles: [{ trust: { policy: { statements: [{}] } } }],
    });
  });

  it('keep a policy that cannot be read, with the line in the file', () => {
    const bad = { ...detail, AssumeRolePolicyDocument: { Statement: [{ Effect: 'allow' }] } };
    const text = details(detail, bad);
    const line = text.split('\n').findIndex((one) => one.includes('"allow"')) + 1;
    const { roles, faults } = readRoles(text);
    expect(roles).toHaveLength(2);
    expect(roles[1]?.trust).toMatchObject({ fault: { place: { pointer: '/Statement/0/Effect', line } } });
    expect(faults).toMatchObject([{ place: { pointer: '/RoleDetailList/1/AssumeRolePolicyDocument' } }]);
  });

  it.each([
    ['no ARN', { ...detail, Arn: undefined }, 'Arn is missing, not the ARN of a role.'],
    [
      'a user’s ARN',
      { ...detail, Arn: 'arn:aws:iam::123456789012:user/x' },
      'Arn is “arn:aws:iam::123456789012:user/x”, not the ARN of a role.',
    ],
    ['no id', { ...detail, RoleId: 1 }, 'The role Engineer has no RoleId.'],
    [
      'no policy',
      { ...detail, AssumeRolePolicyDocument: undefined },
      'The role Engineer has no AssumeRolePolicyDocument.',
    ],
  ])('with %s are left out and reported', (_title, role, says) => {
    expect(readRoles(details(role, detail))).toMatchObject({ roles: [{ arn }], faults: [{ says }] });
  });

  it.each([
    '',
    '{',
    '[]',
    'null',
    '{"RoleDetailList":3}',
    '{"Users":[]}',
    '{"RoleDetailList":[null,1,[]]}',
    '\ufeff{}',
    '{"Roles":{"Arn":[]}}',
  ])('are not found in %j, which is reported and never thrown', (text) => {
    const { roles, faults } = readRoles(text);
    expect(roles).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  it('survive an encoding that is none', () => {
    const bad = { ...detail, AssumeRolePolicyDocument: '%7B%ZZ' };
    expect(readRoles(details(bad)).faults).toMatchObject([
      { says: expect.stringContaining('cannot be read') },
    ]);
  });

  it('say when AWS cut the list', () => {
    expect(readRoles(JSON.stringify({ RoleDetailList: [], IsTruncated: true })).truncated).toBe(true);
  });

  it('are merged by ARN, so that the longest session becomes known', () => {
    const other = { ...detail, Arn: `${arn}2`, MaxSessionDuration: 3600 };
    const listed = readRoles(
      JSON.stringify({ Roles: [{ ...detail, Tags: [], MaxSessionDuration: 7200 }, other] }),
    ).roles;
    const merged = mergeRoles(readRoles(details(detail)).roles, listed);
    expect(merged.map((role) => [role.arn, role.maxSessionDurationSeconds, role.tags.length])).toEqual([
      [arn, 7200, 1],
      [`${arn}2`, 3600, 1],
    ]);
  });

  it('of a large account are read in reasonable time, places and all', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...detail, Arn: `${arn}${index}` }));
    const { result, paces } = await paced(() => readRoles(details(...many)));
    expect(result.roles).toHaveLength(5000);
    expect(paces).toBeLessThan(200);
  });
});

describe('providers', () => {
  it('are listed', () => {
    const list = {
      SAMLProviderList: [{ Arn: provider, ValidUntil: '2126-01-01T00:00:00+00:00' }, { Arn: arn }, {}],
    };
    expect(readProviderList(JSON.stringify(list))).toMatchObject({
      providers: [{ arn: provider, validUntil: '2126-01-01T00:00:00+00:00' }],
      faults: [{ place: { pointer: '/SAMLProviderList/1' } }, { place: { pointer: '/SAMLProviderList/2' } }],
    });
  });

  it('are read one by one, encryption included', () => {
    const text = JSON.stringify({
      SAMLProviderUUID: 'EXAMPLE1KOSMOSUUID12345678',
      SAMLMetadataDocument: '<EntityDescriptor/>',
      AssertionEncryptionMode: 'Required',
      PrivateKeyList: [{ KeyId: 'K', Timestamp: '2026-01-01' }],
    });
    expect(readProviderDocument(text)).toEqual({
      faults: [],
      provider: {
        metadata: '<EntityDescriptor/>',
        uuid: 'EXAMPLE1KOSMOSUUID12345678',
        encryptionMode: 'Required',
        privateKeyCount: 1,
      },
    });
  });

  it('with an unknown mode are read without it, and reported', () => {
    const text = JSON.stringify({ SAMLMetadataDocument: '<x/>', AssertionEncryptionMode: 'Sometimes' });
    const { provider: read, faults } = readProviderDocument(text);
    expect(read).toEqual({ metadata: '<x/>', privateKeyCount: 0 });
    expect(faults).toMatchObject([{ place: { pointer: '/AssertionEncryptionMode' } }]);
  });

  it.each(['', '[]', '{}', '{"SAMLProviderList":{}}'])('are not found in %j, which is reported', (text) => {
    expect(readProviderList(text)).toMatchObject({ providers: [], faults: [{}] });
    expect(readProviderDocument(text).provider).toBeUndefined();
    expect(readProviderDocument(text).faults).toHaveLength(1);
  });
});
