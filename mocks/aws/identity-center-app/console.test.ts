// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its expressions like this
import { X509Certificate } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readMetadata } from '../../../harness/saml/read-metadata.ts';
import type { SigningKey } from '../../core/keys.ts';
import {
  acsUrl,
  addresses,
  instanceId,
  makeKeys,
  openPortal,
  setup,
  type TestPortal,
} from './testing/portal.test-helper.ts';

const application = `/applications/${instanceId}`;

let keys: readonly SigningKey[];
beforeAll(async () => {
  keys = await makeKeys();
});
let world: TestPortal;
beforeEach(() => {
  world = openPortal(keys);
});
const metadata = async () => (await world.double.fetch(new Request(addresses.metadataUrl))).text();

describe('what an application is given', () => {
  it('has addresses of AWS’s form', () => {
    const key = Buffer.from('123456789012_ins-7223a1b2c3d4e5f6').toString('base64');
    expect(addresses).toEqual({
      key,
      entityId: `https://portal.sso.us-east-1.amazonaws.com/saml/assertion/${key}`,
      logoutUrl: `https://portal.sso.us-east-1.amazonaws.com/saml/logout/${key}`,
      metadataUrl: `https://portal.sso.us-east-1.amazonaws.com/saml/metadata/${key}`,
    });
  });

  it('is metadata that the judge reads without a fault, with the certificate that the console shows', async () => {
    const reading = readMetadata(await metadata());
    expect([reading.schemaFaults, reading.entityId]).toEqual([[], addresses.entityId]);
    const [role] = reading.roles;
    expect(role?.wantsSigned).toBe('false');
    expect(role?.singleSignOn.map(({ location }) => location)).toEqual([
      addresses.entityId,
      addresses.entityId,
    ]);
    const shown = await world.control.get<Record<string, string>>(application);
    expect(role?.certificates.map(({ der }) => der)).toEqual([shown.certificateDer]);
    expect(new X509Certificate(shown.certificatePem ?? '').subject).toBe('CN=amazonaws.com');
    expect(shown).toMatchObject({ issuerUrl: addresses.entityId, signInUrl: addresses.entityId });
  });

  it('has another certificate after a rotation, and the first again after a reset', async () => {
    const before = await metadata();
    await world.control.send('POST', `${application}/rotate`);
    const after = await metadata();
    expect(after).not.toBe(before);
    expect(after).toContain(keys[1]?.certificateDer);
    await world.control.send('POST', '/reset');
    expect(await metadata()).toBe(before);
  });

  it('offers a sign-out that does nothing', async () => {
    const answer = await world.double.fetch(new Request(addresses.logoutUrl));
    expect([answer.status, (await answer.text()).includes('application-refused')]).toEqual([400, true]);
  });
});

describe('the console', () => {
  it.each<[string, object, RegExp]>([
    ['a relative ACS URL', { acsUrl: '/saml' }, /absolute address/],
    ['an ACS URL of another scheme', { acsUrl: 'ftp://kpow.example.com/saml' }, /absolute address/],
    ['a start URL without a host', { startUrl: 'login' }, /absolute address/],
    ['a session of five minutes', { sessionMs: 300_000 }, /at least 15 minutes/],
    ['a session of a day', { sessionMs: 86_400_000 }, /at most 12 hours/],
    ['an unknown format', { mappings: [{ name: 'Subject', value: 'x', format: 'x509' }] }, /format/],
    [
      'mappings without a subject',
      { mappings: [{ name: 'Roles', value: '${user:groups}' }] },
      /need a line for .{2}Subject/,
    ],
    ['a name mapped twice', { mappings: [...setup.mappings, { name: 'Roles', value: 'x' }] }, /mapped twice/],
  ])('refuses %s with the reason', async (_what, change, reason) => {
    await expect(world.control.send('PATCH', application, change)).rejects.toThrow(reason);
    expect(await world.control.get(application)).toMatchObject({ acsUrl });
  });

  it('takes what it does not judge, such as an expression that nobody knows', async () => {
    const mappings = [{ name: 'Subject', value: '${user:sujbect}' }];
    await expect(world.control.send('PATCH', application, { mappings })).resolves.toMatchObject({
      mappings: [{ value: '${user:sujbect}', format: 'unspecified' }],
    });
  });

  it('assigns only people and groups that there are, and forgets those who are gone', async () => {
    const path = `${application}/assignments`;
    await expect(world.control.send('PUT', path, [{ type: 'group', id: 'nobody' }])).rejects.toThrow(
      /There is no group .*nobody.* to assign/,
    );
    await world.control.send('PUT', path, [
      { type: 'group', id: 'admins' },
      { type: 'user', id: 'bob@example.com' },
    ]);
    await world.control.send('DELETE', '/users/bob@example.com');
    expect(await world.control.get(application)).toMatchObject({
      assignments: [{ type: 'group', id: 'admins' }],
    });
  });

  it('takes consumer service and audience from a metadata file, the default one of several', async () => {
    const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
    const service = (url: string, more = '') =>
      `<AssertionConsumerService Binding="${post}" Location="${url}" index="0"${more}/>`;
    const file = (inner: string) =>
      `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:grafana"><SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${inner}</SPSSODescriptor></EntityDescriptor>`;
    const two = service('https://a.example/acs') + service('https://b.example/acs', ' isDefault="true"');
    await world.control.send('PUT', `${application}/metadata`, { metadata: file(two) });
    expect(await world.control.get(application)).toMatchObject({
      acsUrl: 'https://b.example/acs',
      audience: 'urn:grafana',
      displayName: setup.displayName,
    });
    for (const [metadataFile, reason] of [
      [file(''), 'no AssertionConsumerService'],
      ['<a/>', 'not an EntityDescriptor'],
      ['<a', 'cannot be read as XML'],
      [
        '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x"/>',
        'exactly one SPSSODescriptor',
      ],
    ] as const)
      await expect(
        world.control.send('PUT', `${application}/metadata`, { metadata: metadataFile }),
      ).rejects.toThrow(reason);
  });

  it('forgets an application, whose addresses then lead nowhere', async () => {
    await world.control.send('DELETE', application);
    await expect(world.control.get(application)).rejects.toThrow('404');
    expect((await world.double.fetch(new Request(addresses.metadataUrl))).status).toBe(400);
  });

  it('gives the key in force to a harness that changes messages', async () => {
    const { certificateDer } = await world.control.get<{ certificateDer: string }>(application);
    const key = await world.control.get<{ certificateDer: string; privateKeyPem: string }>('/keys/active');
    expect(key.certificateDer).toBe(certificateDer);
    expect(key.privateKeyPem).toContain('PRIVATE KEY');
    const outside = await world.double.fetch(
      new Request(`${new URL(addresses.metadataUrl).origin}/keys/active`),
    );
    expect(outside.status).not.toBe(200);
  });

  it('signs a changed Response as it signs its own', async () => {
    const xml =
      '<saml2p:Response xmlns:saml2p="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion" ID="_x"><saml2:Issuer>a</saml2:Issuer></saml2p:Response>';
    const signed = await world.control.send<{ xml: string }>('POST', '/sign', {
      xml,
      application: instanceId,
    });
    expect(signed.xml).toContain('URI="#_x"');
    await expect(
      world.control.send('POST', '/sign', { xml: '<a/>', application: instanceId }),
    ).rejects.toThrow('no Response with an ID');
  });
});
