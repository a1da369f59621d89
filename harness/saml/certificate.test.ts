import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { BasicConstraintsExtension, X509CertificateGenerator } from '@peculiar/x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { createSigningKey, type SigningKey } from '../../mocks/core/keys.ts';
import { derToPem, pemToDer, publicKeyOf, readCertificate } from './certificate.ts';

let key: SigningKey;
beforeAll(async () => {
  const notBefore = new Date('2026-01-01');
  key = await createSigningKey({ commonName: 'idp.example', notBefore, notAfter: new Date('2030-01-01') });
});

/** A certificate with basicConstraints twice, as a careless generator makes it. */
async function makeRepeated(): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=twice.example',
    // The library was typed before the newest key usages; this pair has only sign and verify.
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(false), new BasicConstraintsExtension(false)],
  });
  return Buffer.from(certificate.rawData).toString('base64');
}

describe('readCertificate', () => {
  it('ignores white space in the base64', () => {
    const spaced = key.certificateDer.replace(/.{64}/g, '$&\n   ');
    expect(readCertificate(spaced, 'signing')).toEqual(readCertificate(key.certificateDer, 'signing'));
  });

  it('names extensions that are there more than once', async () => {
    const { x509 } = readCertificate(await makeRepeated(), 'signing');
    expect(x509?.repeatedExtensions).toEqual(['2.5.29.19']);
    expect(x509?.signatureAlgorithm).toBe('ECDSA with SHA-256');
  });

  it.each(['', 'AAAA', 'not base64!', 'MIIB', '====', 'é', Buffer.alloc(100_000).toString('base64')])(
    'answers without x509 for %j',
    (der) => {
      expect(readCertificate(der, 'unspecified').x509).toBeUndefined();
      expect(publicKeyOf(der)).toBeUndefined();
    },
  );

  it('never throws on a certificate cut short or bent', () => {
    const bytes = Buffer.from(key.certificateDer, 'base64');
    for (let at = 0; at < bytes.length; at += 7) {
      const bent = Buffer.from(bytes);
      bent[at] = (bent[at] ?? 0) ^ 0x5a;
      expect(readCertificate(bent.toString('base64'), 'signing').use).toBe('signing');
      expect(readCertificate(bytes.subarray(0, at).toString('base64'), 'signing').x509).toBeUndefined();
    }
  });
});

describe('PEM', () => {
  it('goes to base64 DER and back', () => {
    expect(pemToDer(key.certificatePem)).toBe(key.certificateDer);
    expect(pemToDer(derToPem(key.certificateDer))).toBe(key.certificateDer);
    expect(pemToDer(` ${key.certificateDer}\n`)).toBe(key.certificateDer);
    expect(derToPem('AAAA')).toBe('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
  });
});
