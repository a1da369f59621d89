// @peculiar/x509 resolves its parts by decorators, whose metadata this import provides.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  X509CertificateGenerator,
} from '@peculiar/x509';

/** A key with its self-signed certificate. */
export interface SigningKey {
  /** PKCS #8. */
  readonly privateKeyPem: string;
  readonly certificatePem: string;
  /** Base64 without line breaks, as in metadata. */
  readonly certificateDer: string;
}

export interface SigningKeyOptions {
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** What the certificate allows; signing unless given. */
  readonly use?: 'signing' | 'encryption';
}

/** Makes an RSA key of 2048 bits and a certificate that it signs itself (sha256). */
export async function createSigningKey(options: SigningKeyOptions): Promise<SigningKey> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [options.commonName] }],
    notBefore: options.notBefore,
    notAfter: options.notAfter,
    // The library was typed before the newest key usages; this pair has only sign and verify.
    keys: keys as CryptoKeyPair,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(
        options.use === 'encryption' ? KeyUsageFlags.keyEncipherment : KeyUsageFlags.digitalSignature,
        true,
      ),
    ],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    privateKeyPem: PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    certificatePem: certificate.toString('pem'),
    certificateDer: Buffer.from(certificate.rawData).toString('base64'),
  };
}
