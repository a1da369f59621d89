import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac, verify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import { derToPem } from './certificate.ts';
import { fillSignature, isTemplate, VOID } from './fill-signature.ts';
import { authenticate, publicSecrets, signForged } from './forge-algorithms.ts';
import { ALG } from './namespaces.ts';
import { readResponse } from './read-response.ts';
import { sampleResponse } from './sample-messages.ts';
import { type SignatureParts, writeSignature } from './write-signature.ts';

let key: SigningKey;
beforeAll(async () => {
  const validity = { notBefore: new Date(Date.UTC(2026, 0, 1)), notAfter: new Date(Date.UTC(2036, 0, 1)) };
  key = await createSigningKey({ commonName: 'Templates', ...validity });
});

const fill = (xml: string, canonicalization?: string) =>
  fillSignature(xml, 't', {
    certificateDer: key.certificateDer,
    ...(canonicalization === undefined ? {} : { canonicalization }),
    sign: (algorithm, data) => signForged(algorithm, data, key.privateKeyPem),
  });
const template = (parts: SignatureParts) => writeSignature({ templateId: 't', ...parts });
const inAssertion = (parts: SignatureParts, xml = sampleResponse()) =>
  xml.replace(/(<saml:Assertion .*?<\/saml:Issuer>)/s, (head) => head + template(parts));
const inResponse = (parts: SignatureParts, xml = sampleResponse()) =>
  xml.replace('</saml:Issuer>', (end) => end + template(parts));
const withLanguage = () => sampleResponse().replace('<samlp:Response', '<samlp:Response xml:lang="en"');
const enveloped = { uri: '#_a1' };

/** Signatures that are good by XML Signature, though SAML forbids most of them. */
const good: readonly [string, () => string][] = [
  ['the ordinary one of an assertion', () => inAssertion({ references: [enveloped] })],
  [
    'several references',
    () => inAssertion({ references: [enveloped, { uri: '#_r1' }, { uri: '', transforms: [ALG.enveloped] }] }),
  ],
  ['a detached one', () => inResponse({ references: [{ uri: '#_a1', transforms: [ALG.excC14n] }] })],
  ['a bare XPointer', () => inAssertion({ references: [{ uri: "#xpointer(id('_a1'))" }] })],
  ['an XPointer to the root', () => inResponse({ references: [{ uri: '#xpointer(/)' }] })],
  ['no transforms', () => inResponse({ references: [{ uri: '#_a1', transforms: [] }] })],
  ['a list of prefixes', () => inAssertion({ references: [{ ...enveloped, prefixes: ['saml', 'samlp'] }] })],
  [
    'inherited xml: attributes',
    () =>
      inAssertion({ references: [{ uri: '#_a1', transforms: [ALG.enveloped, ALG.c14n] }] }, withLanguage()),
  ],
  [
    'forty canonicalizations',
    () =>
      inAssertion({
        references: [{ uri: '#_a1', transforms: [ALG.enveloped, ...Array(40).fill(ALG.excC14n)] }],
      }),
  ],
  [
    'comments in SignedInfo that count',
    () =>
      inAssertion({ references: [enveloped], canonicalization: ALG.excC14nWithComments }).replace(
        '<ds:Reference',
        '<!-- kept --><ds:Reference',
      ),
  ],
];

describe('fillSignature', () => {
  it('fills in what the reader verifies, and takes the mark out', () => {
    const xml = fill(inAssertion({ references: [enveloped] }));
    expect(readResponse(xml, [key.certificateDer]).signatures).toMatchObject([
      { verifiedWith: 0, keyInfoCertificates: [key.certificateDer] },
    ]);
    expect(xml).not.toContain('Id="t"');
    expect(isTemplate(xml, 't')).toBe(false);
  });

  it('leaves values alone that are there', () => {
    const xml = fill(
      inAssertion({ references: [{ uri: '#_a1', digestValues: ['AAAA', ''] }], keyInfo: null }),
    );
    expect(xml).toMatch(/<ds:DigestValue>AAAA<\/ds:DigestValue><ds:DigestValue>[\w+/]{43}=</);
    expect(xml).not.toContain('KeyInfo');
  });

  it('signs the empty text where canonicalization is to give nothing', () => {
    const xml = fill(inAssertion({ references: [enveloped] }), VOID);
    const value = /<ds:SignatureValue>(.*)<\/ds:SignatureValue>/.exec(xml)?.[1] ?? '';
    const { publicKey } = new X509Certificate(Buffer.from(key.certificateDer, 'base64'));
    expect(verify('sha256', Buffer.alloc(0), publicKey, Buffer.from(value, 'base64'))).toBe(true);
  });

  it('lets an HMAC be made with what everybody knows', () => {
    const { certificatePem, publicKeyPem, bytes } = publicSecrets(key.certificateDer);
    expect(certificatePem.trim()).toBe(key.certificatePem.trim());
    expect(publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    for (const secret of [certificatePem, publicKeyPem, bytes]) {
      const made = authenticate(ALG.hmacSha256, Buffer.from('text'), secret);
      expect(made).toEqual(createHmac('sha256', secret).update('text').digest());
    }
    expect(() => authenticate(ALG.rsaSha256, Buffer.alloc(0), '')).toThrow('is no HMAC');
  });

  it('signs by RSA with MD5, and by RSA-SHA256 where the name means nothing', () => {
    const { publicKey } = new X509Certificate(Buffer.from(key.certificateDer, 'base64'));
    const data = Buffer.from('text');
    const md5 = signForged(ALG.rsaMd5, data, key.privateKeyPem);
    expect(verify('md5', data, publicKey, md5)).toBe(true);
    expect(verify('sha256', data, publicKey, signForged('urn:none', data, key.privateKeyPem))).toBe(true);
  });

  it.each<[string, SignatureParts]>([
    ['a page on the web', { references: [{ uri: 'https://example.com/' }] }],
    ['an element that is not there', { references: [{ uri: '#_nobody' }] }],
    ['an unknown transform', { references: [{ uri: '#_a1', transforms: ['urn:other'] }] }],
    ['an unknown digest', { references: [{ uri: '#_a1', digestMethod: 'urn:other' }] }],
  ])('makes no digest of %s', (_what, parts) => {
    expect(() => fill(inAssertion(parts))).toThrow(/give/);
  });

  it('finds no template that is not there', () => {
    expect(() => fill(sampleResponse())).toThrow('There is no Signature');
    expect(isTemplate(sampleResponse(), '_a1')).toBe(false);
  });
});

const installed = spawnSync('xmlsec1', ['--version']).status === 0;

describe.runIf(installed)('xmlsec1, on signatures made from templates', () => {
  const folder = installed ? mkdtempSync(join(tmpdir(), 'countersign-xmlsec-')) : '';
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(good)('takes %s, and not its forgery', (_name, make) => {
    const xml = fill(make());
    expect(verifies(xml)).toBe(true);
    expect(verifies(xml.replace('https://sp.example</', 'https://evil.example</'))).toBe(false);
  });

  function verifies(xml: string): boolean {
    writeFileSync(join(folder, 'message.xml'), xml);
    writeFileSync(join(folder, 'certificate.pem'), derToPem(key.certificateDer));
    const names = ['Assertion', 'Response'].flatMap((name) => ['--id-attr:ID', name]);
    const known = ['--enabled-key-data', 'x509,key-name'];
    const options = ['--verify', '--pubkey-cert-pem', 'certificate.pem', ...names, ...known, 'message.xml'];
    try {
      execFileSync('xmlsec1', options, { cwd: folder, stdio: 'pipe' });
      return true;
    } catch {
      return false;
    }
  }
});
