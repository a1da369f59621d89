import { beforeAll, describe, expect, it } from 'vitest';
import { createIdentityCenter } from '../aws/identity-center/double.ts';
import type { IdpKeys } from '../idp/state.ts';
import { loadConfig } from './load-config.ts';
import { acsUrl, aws, awsMetadata, entityId, makeKeys, makeTenant, start } from './testing/world.ts';

const emailAddress = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const values = {
  entityId,
  acsUrl,
  nameIdFormat: emailAddress,
  wantAssertionsSigned: true,
  requestsSigned: false,
  requestCertificates: [],
};
const load = (change: (xml: string) => string) => loadConfig(awsMetadata(change), start);

describe('Load Config', () => {
  it('fills in every value from the file that Identity Center offers', async () => {
    const url = 'https://us-east-1.signin.aws.amazon.com/platform/saml/metadata/d-1234567890';
    const file = await (await createIdentityCenter().fetch(new Request(url))).text();
    expect(loadConfig(file, start)).toEqual(values);
  });

  it('takes the default endpoint for HTTP-POST among several', () => {
    const service = (location: string, rest: string, binding = 'HTTP-POST') =>
      `<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="https://${location}" ${rest}/>`;
    const among = (...services: readonly string[]) =>
      load((xml) => xml.replace(/<md:AssertionConsumerService[^>]*>/, services.join(''))).acsUrl;
    expect(among(service('a', 'index="0"'), service('b', 'index="1" isDefault="true"'))).toBe('https://b');
    expect(among(service('a', 'index="0" isDefault="false"'), service('b', 'index="1"'))).toBe('https://b');
    expect(among(service('a', 'index="0" isDefault="false"'))).toBe('https://a');
    expect(
      among(service('a', 'index="0" isDefault="true"', 'HTTP-Artifact'), service('b', 'index="1"')),
    ).toBe('https://b');
  });

  it('keeps the certificates of requests, and not those for encryption', () => {
    const key = (use: string, text: string) =>
      `<md:KeyDescriptor${use}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>\n ${text} \n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
    const keys = key(' use="signing"', 'AA==') + key(' use="encryption"', 'BB==') + key('', 'CC==');
    expect(
      load((xml) =>
        xml.replace('<md:NameIDFormat', `${keys}<md:NameIDFormat`).replace('Signed="false"', 'Signed="1"'),
      ),
    ).toMatchObject({ requestsSigned: true, requestCertificates: ['AA==', 'CC=='] });
  });

  it('sends an address where the application leaves the NameID format open', () => {
    const format = (text: string) =>
      load((xml) => xml.replace(/<md:NameIDFormat>.*<\/md:NameIDFormat>/, text)).nameIdFormat;
    expect(format('')).toBe(emailAddress);
    expect(
      format('<md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified</md:NameIDFormat>'),
    ).toBe(emailAddress);
    expect(
      format('<md:NameIDFormat> urn:oasis:names:tc:SAML:2.0:nameid-format:persistent </md:NameIDFormat>'),
    ).toMatch(/persistent$/);
  });

  it.each<[string, string, RegExp]>([
    ['nothing', ' \n', /: nothing was pasted\. Paste the whole metadata file/],
    ['half of the file', awsMetadata().slice(0, 300), /it cannot be read as XML/],
    [
      'a web page',
      '<html><body>Sign in</body></html>',
      /its first element is "html", not an EntityDescriptor/,
    ],
    ['an address', 'https://example.com/metadata', /it cannot be read as XML/],
    ['JSON', '{"entityID":"x"}', /it cannot be read as XML/],
    [
      'a document type',
      `<!DOCTYPE a [<!ENTITY b "c">]>${awsMetadata((x) => x.replace(/<\?.*?\?>/, ''))}`,
      /document type/,
    ],
    ['too much', `<a>${'x'.repeat(500_000)}</a>`, /more than 500000/],
    [
      'an identity provider',
      `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></md:EntityDescriptor>`,
      /it is that of an identity provider \("https:\/\/idp\.example"\)/,
    ],
    [
      'a federation of several',
      awsMetadata((x) => x.replace(/md:EntityDescriptor/g, 'md:EntitiesDescriptor')),
      /describes several parties\. Paste the EntityDescriptor/,
    ],
    ['no entityID', awsMetadata((x) => x.replace(/ entityID="[^"]+"/, '')), /its entityID is ""/],
    [
      'no service provider',
      awsMetadata((x) => x.replace(/<md:SPSSODescriptor.*<\/md:SPSSODescriptor>/, '')),
      /it has no SPSSODescriptor/,
    ],
    [
      'SAML 1.1',
      awsMetadata((x) => x.replace('SAML:2.0:protocol"', 'SAML:1.1:protocol"')),
      /does not speak SAML 2\.0/,
    ],
    [
      'no endpoint for POST',
      awsMetadata((x) => x.replace('bindings:HTTP-POST', 'bindings:HTTP-Artifact')),
      /no AssertionConsumerService for HTTP-POST \(found: .*HTTP-Artifact\)/,
    ],
    [
      'an endpoint without TLS',
      awsMetadata((x) => x.replace(`Location="https:`, 'Location="http:')),
      /its ACS URL "http:.* is not an https address/,
    ],
    [
      'a file that is too old',
      awsMetadata((x) => x.replace(' entityID', ' validUntil="2026-01-15T12:00:00Z" entityID')),
      /it was valid until 2026-01-15T12:00:00Z only\. Download a new one/,
    ],
    [
      'two service providers in one',
      awsMetadata((x) => x.replace(/(<md:SPSSODescriptor.*<\/md:SPSSODescriptor>)/, '$1$1')),
      /it describes 2 service providers/,
    ],
  ])('refuses %s, and says what to paste', (_, text, reason) => {
    expect(() => loadConfig(text, start)).toThrow(reason);
  });
});

describe('the admin portal', () => {
  let keys: IdpKeys;
  beforeAll(async () => {
    keys = await makeKeys();
  });

  it('offers AWS in its catalog, and adds it once', async () => {
    const { client } = makeTenant(keys);
    expect((await client.catalog()).map(({ name }) => name)).toContain('Amazon Web Services');
    expect(await client.addApplication(aws)).toMatchObject({
      id: aws,
      entitlement: { people: [], groups: [] },
    });
    await expect(client.addApplication(aws)).rejects.toThrow(/409/);
    await expect(client.addApplication('nothing')).rejects.toThrow(/The catalog has no application/);
  });

  it('loads without saving, and saves what was loaded', async () => {
    const { client } = makeTenant(keys);
    await client.addApplication(aws);
    expect(await client.loadConfig(aws, awsMetadata())).toEqual(values);
    expect((await client.applications())[0]).not.toHaveProperty('saml');
    expect(await client.saveSaml(aws, awsMetadata())).toMatchObject({ saml: values });
    expect(await client.login.application(aws)).toMatchObject({
      entityId,
      acsUrl,
      nameIdFormat: emailAddress,
      assignedUsers: [],
    });
  });

  it('keeps what was saved when a later file is refused', async () => {
    const { client } = makeTenant(keys);
    await client.addApplication(aws);
    await client.saveSaml(aws, awsMetadata());
    await expect(client.saveSaml(aws, '<a/>')).rejects.toThrow(/400.*could not be loaded.*EntityDescriptor/s);
    expect((await client.applications())[0]).toMatchObject({ saml: values });
  });

  it('names what is not there', async () => {
    const { client, control } = makeTenant(keys);
    await expect(client.saveSaml('nothing', awsMetadata())).rejects.toThrow(/404.*no application/s);
    await expect(client.entitle('nothing', {})).rejects.toThrow(/404/);
    await expect(client.changePerson('nobody', {})).rejects.toThrow(/404.*no person/s);
    await expect(control.send('PUT', '/users/x@example.com', {})).rejects.toThrow(/at \/people/);
  });
});
