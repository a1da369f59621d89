import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import { BINDING, NAMEID, NS } from './namespaces.ts';
import { readMetadata, trustedCertificates } from './read-metadata.ts';
import { sampleIdpMetadata } from './sample-messages.ts';

let one: SigningKey;
let two: SigningKey;
beforeAll(async () => {
  const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2030-01-01') };
  one = await createSigningKey({ commonName: 'one.example', ...validity });
  two = await createSigningKey({ commonName: 'two.example', ...validity });
});

const spMetadata = [
  `<md:EntityDescriptor xmlns:md="${NS.md}" entityID="https://sp.example" cacheDuration="PT1H">`,
  `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="1" protocolSupportEnumeration="${NS.samlp} urn:x">`,
  `<md:AssertionConsumerService Binding="${BINDING.post}" Location="https://sp.example/acs" index="0" isDefault="true"/>`,
  `<md:AssertionConsumerService Binding="${BINDING.artifact}" Location="https://sp.example/art" index="1"/>`,
  '</md:SPSSODescriptor></md:EntityDescriptor>',
].join('');

describe('readMetadata', () => {
  it('reads an identity provider', () => {
    const reading = readMetadata(sampleIdpMetadata([{ der: one.certificateDer, use: 'signing' }]));
    expect(reading).toMatchObject({
      entityId: 'https://idp.example',
      validUntil: '2027-01-01T00:00:00Z',
      cacheDuration: undefined,
      roles: [
        {
          kind: 'idp',
          protocols: [NS.samlp],
          wantsSigned: 'false',
          certificates: [{ der: one.certificateDer, use: 'signing' }],
          nameIdFormats: [{ text: NAMEID.emailAddress }],
          singleSignOn: [{ binding: BINDING.post, location: 'https://idp.example/sso', index: undefined }],
          singleLogout: [{ binding: BINDING.redirect }],
          assertionConsumers: [],
        },
      ],
      signatures: [],
      schemaFaults: [],
    });
    expect(reading.roles[0]?.certificates[0]?.x509).toMatchObject({
      subject: 'CN=one.example',
      issuer: 'CN=one.example',
      notBefore: '2026-01-01T00:00:00.000Z',
      notAfter: '2030-01-01T00:00:00.000Z',
      publicKey: { type: 'rsa', bits: 2048 },
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5 with SHA-256',
      repeatedExtensions: [],
    });
  });

  it('reads a service provider', () => {
    expect(readMetadata(spMetadata)).toMatchObject({
      entityId: 'https://sp.example',
      cacheDuration: 'PT1H',
      roles: [
        {
          kind: 'sp',
          protocols: [NS.samlp, 'urn:x'],
          wantsSigned: '1',
          authnRequestsSigned: 'true',
          assertionConsumers: [
            { location: 'https://sp.example/acs', index: '0', isDefault: 'true' },
            { location: 'https://sp.example/art', index: '1', isDefault: undefined },
          ],
        },
      ],
      schemaFaults: [],
    });
  });

  it('takes the first entity with a web SSO role out of several', () => {
    const bare = '<md:EntityDescriptor entityID="urn:bare"/>';
    const xml = `<md:EntitiesDescriptor xmlns:md="${NS.md}">${bare}<md:EntitiesDescriptor>${spMetadata}</md:EntitiesDescriptor></md:EntitiesDescriptor>`;
    expect(readMetadata(xml).entityId).toBe('https://sp.example');
  });

  it('reads nothing out of other documents, and reports broken ones', () => {
    expect(readMetadata('<html/>')).toMatchObject({
      entityId: undefined,
      roles: [],
      schemaFaults: [{ line: 1 }],
    });
    expect(readMetadata('<html>').document.problems).toMatchObject([{ code: 'not-well-formed' }]);
    expect(readMetadata('x'.repeat(50_000_000)).document.problems).toMatchObject([{ code: 'too-large' }]);
  });

  it('names no more schema faults than a person reads', () => {
    const xml = `<md:EntitiesDescriptor xmlns:md="${NS.md}">${'<x/>'.repeat(5000)}</md:EntitiesDescriptor>`;
    expect(readMetadata(xml).schemaFaults?.length).toBeLessThanOrEqual(100);
  });
});

describe('trustedCertificates', () => {
  it('are those for signing or without a use, each once, that are certificates', () => {
    const reading = readMetadata(
      sampleIdpMetadata([
        { der: two.certificateDer },
        { der: one.certificateDer, use: 'encryption' },
        { der: 'AAAA', use: 'signing' },
        { der: one.certificateDer, use: 'signing' },
        { der: two.certificateDer, use: 'signing' },
      ]),
    );
    expect(trustedCertificates(reading, 'idp')).toEqual([two.certificateDer, one.certificateDer]);
    expect(trustedCertificates(reading, 'sp')).toEqual([]);
    expect(reading.roles[0]?.certificates.map(({ x509 }) => x509 !== undefined)).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
  });
});
