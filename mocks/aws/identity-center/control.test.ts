import { beforeAll, describe, expect, it } from 'vitest';
import { createControlClient } from '../../core/control-client.ts';
import type { SigningKey } from '../../core/keys.ts';
import { createIdentityCenterClient } from './client.ts';
import { createIdentityCenter } from './double.ts';
import { createTestKey, idpEntityId, metadataOf, ssoUrl } from './testing/test-idp.ts';

const start = Date.parse('2026-03-01T12:00:00Z');
let key: SigningKey;
beforeAll(async () => {
  key = await createTestKey('idp', start);
});

function open() {
  const control = createControlClient(createIdentityCenter({}, { now: () => start }).control);
  return { control, client: createIdentityCenterClient(control) };
}

describe('importing an identity provider', () => {
  it('keeps issuer, address and every signing certificate', async () => {
    const { client } = open();
    const metadata = metadataOf([key.certificateDer]);
    expect(await client.importIdp(metadata)).toEqual({
      entityId: idpEntityId,
      ssoUrl,
      certificates: [key.certificateDer],
    });
    expect((await client.idp()).metadata).toBe(metadata);
  });

  it('does not take a certificate for encryption as one for signing', async () => {
    const metadata = metadataOf([key.certificateDer]).replace('use="signing"', 'use="encryption"');
    await expect(open().client.importIdp(metadata)).rejects.toThrow(/no X\.509 certificate for signing/);
  });

  it.each<[string, (metadata: string) => string, RegExp]>([
    ['over 75,000 characters', (m) => m + ' '.repeat(75_000), /at most 75000 are allowed/],
    ['a byte order mark', (m) => `\uFEFF${m}`, /byte order mark/],
    ['a DOCTYPE', (m) => `<!DOCTYPE a>${m}`, /document type/],
    ['no XML', () => 'hello', /cannot be read as XML/],
    [
      'another root',
      (m) => m.replaceAll('md:EntityDescriptor', 'md:EntitiesDescriptor'),
      /not an EntityDescriptor/,
    ],
    ['no entityID', (m) => m.replace(/ entityID="[^"]+"/, ''), /no entityID/],
    ['a service provider', (m) => m.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'), /IDPSSODescriptor/],
    ['no sign-in address', (m) => m.replace(/<md:SingleSignOnService[^>]*>/, ''), /no SingleSignOnService/],
    [
      'a sign-in address without TLS',
      (m) => m.replace('Location="https:', 'Location="http:'),
      /not an https URL/,
    ],
    [
      'no certificate',
      (m) => m.replace(/<md:KeyDescriptor.*<\/md:KeyDescriptor>/, ''),
      /no X\.509 certificate/,
    ],
    [
      'a damaged certificate',
      (m) => m.replace(/<ds:X509Certificate>.{20}/, '<ds:X509Certificate>'),
      /cannot be read as X\.509/,
    ],
  ])('refuses %s, says why, and keeps the old one', async (_title, change, reason) => {
    const { client } = open();
    const good = metadataOf([key.certificateDer]);
    await client.importIdp(good);
    await expect(client.importIdp(change(good))).rejects.toThrow(reason);
    expect((await client.idp()).metadata).toBe(good);
  });
});

describe('users and assignments', () => {
  it('gives access by group and by person, sorted', async () => {
    const { client } = open();
    await client.putUser({ userName: 'a@x', email: 'a@x', givenName: 'A', familyName: 'X', active: true });
    await client.putGroup('team', ['a@x']);
    await client.putAccount('222222222222', 'Two');
    await client.putAccount('111111111111', 'One');
    await client.putPermissionSet('View');
    await client.putPermissionSet('Admin');
    const to = (id: string, accountId: string, permissionSet: string) =>
      ({ principal: { type: id === 'team' ? 'group' : 'user', id }, accountId, permissionSet }) as const;
    await client.assign([
      to('team', '222222222222', 'View'),
      to('a@x', '222222222222', 'Admin'),
      to('a@x', '111111111111', 'View'),
    ]);
    expect(await client.accessOf('a@x')).toEqual([
      { accountId: '111111111111', accountName: 'One', roles: ['View'] },
      { accountId: '222222222222', accountName: 'Two', roles: ['Admin', 'View'] },
    ]);
    await client.putGroup('team', []);
    expect((await client.accessOf('a@x'))[1]?.roles).toEqual(['Admin']);
    await client.deleteUser('a@x');
    expect(await client.accessOf('a@x')).toEqual([]);
  });

  it('refuses an assignment of something that is not there', async () => {
    const wrong = {
      principal: { type: 'user', id: 'nobody' },
      accountId: '111111111111',
      permissionSet: 'View',
    } as const;
    await expect(open().client.assign([wrong])).rejects.toThrow(/There is no user .*nobody/);
  });

  it('refuses settings and users of the wrong form, naming the field', async () => {
    const { control } = open();
    await expect(control.send('PUT', '/settings', { skewMs: -1 })).rejects.toThrow(/skewMs/);
    await expect(control.send('PUT', '/settings', { skewMS: 1 })).rejects.toThrow(/skewMS/);
    await expect(control.send('PUT', '/users/a@x', { email: 'a@x' })).rejects.toThrow(/givenName/);
    await expect(control.get('/users/a@x')).rejects.toThrow(/404/);
  });

  it('goes back to its configuration on reset', async () => {
    const { control, client } = open();
    await client.importIdp(metadataOf([key.certificateDer]));
    await client.changeSettings({ allowIdpInitiated: false });
    await control.send('POST', '/reset');
    await expect(client.idp()).rejects.toThrow(/404/);
    expect(await control.get('/settings')).toMatchObject({ allowIdpInitiated: true, signRequests: false });
  });
});
