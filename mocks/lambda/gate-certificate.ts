import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const dayMs = 86_400_000;

/** A certificate for these hosts that signs itself: functions trust it and nothing else. PEM. */
export async function createGateCertificate(
  hosts: readonly string[],
  now: number,
): Promise<{ readonly certificate: string; readonly key: string }> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: ['countersign gate'] }],
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + dayMs),
    // The library was typed before the newest key usages; this pair has only sign and verify.
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
    extensions: [
      new SubjectAlternativeNameExtension(
        // A certificate without any name would not be accepted by the generator's readers.
        [...hosts, 'gate.invalid'].map((value) => ({ type: 'dns' as const, value })),
      ),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { certificate: certificate.toString('pem'), key: PemConverter.encode(pkcs8, 'PRIVATE KEY') };
}
