import 'reflect-metadata';
import { execFileSync, spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { derToPem, readCertificate } from './certificate.ts';
import { ALG } from './namespaces.ts';
import { readResponse } from './read-response.ts';
import { sampleResponse } from './sample-messages.ts';
import { type SignOptions, signElement } from './sign.ts';

const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const curve = (namedCurve: string) => ({ name: 'ECDSA', namedCurve, hash: 'SHA-256' });
type Key = Pick<SignOptions, 'privateKeyPem' | 'certificateDer'>;

async function makeKey(algorithm: typeof rsa | ReturnType<typeof curve>): Promise<Key> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=idp.example',
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2030-01-01'),
    // The library was typed before the newest key usages; this pair has only sign and verify.
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    privateKeyPem: PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    certificateDer: Buffer.from(certificate.rawData).toString('base64'),
  };
}

const keys = new Map<string, Key>();
beforeAll(async () => {
  keys.set('rsa', await makeKey(rsa));
  for (const name of ['P-256', 'P-384', 'P-521']) keys.set(name, await makeKey(curve(name)));
});
const keyOf = (name: string): Key => {
  const key = keys.get(name);
  if (key === undefined) throw new Error(`There is no key ${name}.`);
  return key;
};

const algorithms: readonly [string, string, string][] = [
  [ALG.rsaSha1, ALG.sha1, 'rsa'],
  [ALG.rsaSha256, ALG.sha256, 'rsa'],
  [ALG.rsaSha384, ALG.sha384, 'rsa'],
  [ALG.rsaSha512, ALG.sha512, 'rsa'],
  [ALG.rsaPssSha256, ALG.sha256, 'rsa'],
  [ALG.rsaPssSha384, ALG.sha384, 'rsa'],
  [ALG.rsaPssSha512, ALG.sha512, 'rsa'],
  [ALG.ecdsaSha1, ALG.sha1, 'P-256'],
  [ALG.ecdsaSha256, ALG.sha256, 'P-256'],
  [ALG.ecdsaSha384, ALG.sha384, 'P-384'],
  [ALG.ecdsaSha512, ALG.sha512, 'P-521'],
];

describe('every algorithm that is in use', () => {
  it.each(algorithms)('%s', (signatureAlgorithm, digestAlgorithm, name) => {
    const key = keyOf(name);
    const xml = signElement(sampleResponse(), '_a1', { ...key, signatureAlgorithm, digestAlgorithm });
    const reading = readResponse(xml, [key.certificateDer]);
    expect(reading.signatures).toMatchObject([{ verifiedWith: 0, signatureMethod: signatureAlgorithm }]);
    const spoilt = readResponse(xml.replace('ann@', 'eve@'), [key.certificateDer]);
    expect(spoilt.signatures).toMatchObject([{ fault: { code: 'digest-mismatch' } }]);
    const others = [...keys.keys()]
      .filter((other) => other !== name)
      .map((other) => keyOf(other).certificateDer);
    const foreign = readResponse(xml, others);
    expect(foreign.signatures).toMatchObject([{ fault: { code: 'no-trusted-key' } }]);
  });

  it('describes the keys that certificates carry', () => {
    const described = [...keys.values()].map(
      ({ certificateDer }) => readCertificate(certificateDer, 'signing').x509?.publicKey,
    );
    expect(described).toEqual([
      { type: 'rsa', bits: 2048 },
      { type: 'ec', bits: 256 },
      { type: 'ec', bits: 384 },
      { type: 'ec', bits: 521 },
    ]);
  });
});

const installed = spawnSync('xmlsec1', ['--version']).status === 0;
/** RSA-PSS came to xmlsec1 with 1.3. */
const knowsPss =
  installed && /pss|sha256-rsa-mgf1/i.test(`${spawnSync('xmlsec1', ['--list-transforms']).stdout}`);
const shapes: readonly [string, (key: Key) => string][] = [
  ...algorithms.map(([signatureAlgorithm, digestAlgorithm, name]): [string, (key: Key) => string] => [
    `${signatureAlgorithm} (${name})`,
    () => signElement(sampleResponse(), '_a1', { ...keyOf(name), signatureAlgorithm, digestAlgorithm }),
  ]),
  ['a signed Response', (key) => signElement(sampleResponse(), '_r1', key)],
  ['pretty printing and CR LF', (key) => signElement(sampleResponse({ gap: '\r\n\t' }), '_a1', key)],
  [
    'references and letters beyond ASCII',
    (key) => signElement(sampleResponse({ nameId: 'a&#9;&#13;ñ😀&amp;<!--x-->y' }), '_a1', key),
  ],
  [
    'capital prefixes',
    (key) =>
      signElement(sampleResponse().replaceAll('saml:', 'SAML:').replaceAll(':saml=', ':SAML='), '_a1', key),
  ],
  [
    'an inclusive prefix list',
    (key) => signElement(withNamespaces(), '_a1', { ...key, inclusivePrefixes: ['Zed', 'b', '#default'] }),
  ],
  [
    'inclusive canonicalization of SignedInfo',
    (key) => signElement(withNamespaces(), '_a1', { ...key, canonicalizationAlgorithm: ALG.c14n }),
  ],
  [
    'no canonicalization transform',
    (key) => signElement(withNamespaces(), '_a1', { ...key, transforms: [ALG.enveloped] }),
  ],
];

function withNamespaces(): string {
  return sampleResponse().replace(
    '<samlp:Response',
    '<samlp:Response xmlns="urn:d" xmlns:Zed="urn:z" xmlns:b="urn:b" xml:lang="en"',
  );
}

describe('xmlsec1, a third opinion', () => {
  it.runIf(!installed)(
    'is not installed here: signatures are checked by xml-crypto and libxml2 alone',
    () => {
      expect(installed).toBe(false);
    },
  );

  const folder = installed ? mkdtempSync(join(tmpdir(), 'countersign-xmlsec-')) : '';
  afterAll(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  const isPss = ([name]: (typeof shapes)[number]) => name.includes('-MGF1');

  it.runIf(installed).each(shapes.filter((shape) => !isPss(shape)))(
    'agrees on %s, and on its forgery',
    compare,
  );

  it.runIf(knowsPss).each(shapes.filter(isPss))('agrees on %s, and on its forgery', compare);

  it.runIf(installed && !knowsPss)('is too old here for RSA-PSS, which node:crypto alone checks', () => {
    expect(spawnSync('xmlsec1', ['--check-transforms', 'rsa-pss-sha256']).status).not.toBe(0);
  });

  function compare(name: string, make: (key: Key) => string): void {
    const key = keyOf(/\((.*)\)$/.exec(name)?.[1] ?? 'rsa');
    const xml = make(key);
    for (const text of [xml, xml.replace('https://sp.example</', 'https://evil.example</')]) {
      const ours = readResponse(text, [key.certificateDer]).signatures.map(
        ({ verifiedWith }) => verifiedWith,
      );
      expect(ours).toEqual(text === xml ? [0] : [undefined]);
      expect(xmlsecVerifies(folder, text, key)).toBe(text === xml);
    }
  }
});

function xmlsecVerifies(folder: string, xml: string, { certificateDer }: Key): boolean {
  writeFileSync(join(folder, 'message.xml'), xml);
  writeFileSync(join(folder, 'certificate.pem'), derToPem(certificateDer));
  const names = [
    '--id-attr:ID',
    'Assertion',
    '--id-attr:ID',
    'Response',
    '--enabled-key-data',
    'x509,key-name',
  ];
  const options = ['--verify', '--pubkey-cert-pem', 'certificate.pem', ...names, 'message.xml'];
  try {
    execFileSync('xmlsec1', options, { cwd: folder, stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}
