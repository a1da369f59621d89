import { createHash, createHmac, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { digestText, signBytes, supportsDigest, supportsSignature } from './algorithms.ts';
import { derToPem } from './certificate.ts';
import { ALG } from './namespaces.ts';
import { NotSignable } from './not-signable.ts';

/**
 * Signs data by a private key (PEM, or read from one), also by algorithms that nothing here verifies: RSA with MD5. What is no public-key
 * algorithm is signed by RSA-SHA256, so that a target which passes over the name finds a signature that is good.
 */
export function signForged(algorithm: string, data: Buffer, privateKey: string | KeyObject): Buffer {
  if (algorithm === ALG.rsaMd5) return sign('md5', data, privateKey);
  return signBytes(supportsSignature(algorithm) ? algorithm : ALG.rsaSha256, data, privateKey);
}

/** Digest (base64) of text in UTF-8, also by MD5. @throws NotSignable for an algorithm that nobody knows */
export function digestForged(algorithm: string, text: string): string {
  if (supportsDigest(algorithm)) return digestText(algorithm, text);
  if (algorithm === ALG.md5) return createHash('md5').update(text, 'utf8').digest('base64');
  throw new NotSignable(`The digest algorithm "${algorithm}" is not known: give the DigestValue.`);
}

/** HMAC of XML Signature 6.3 with a secret of bytes or text. @throws NotSignable for another algorithm than HMAC */
export function authenticate(algorithm: string, data: Buffer, secret: Buffer | string): Buffer {
  const hash = { [ALG.hmacSha1]: 'sha1', [ALG.hmacSha256]: 'sha256' }[algorithm];
  if (hash === undefined) throw new NotSignable(`"${algorithm}" is no HMAC.`);
  return createHmac(hash, secret).update(data).digest();
}

/**
 * The forms in which service providers hold a public certificate (base64 DER), each of which one of them has used as the
 * secret of an HMAC: its PEM, the PEM of the public key in it, and its bytes.
 */
export function publicSecrets(certificateDer: string): {
  readonly certificatePem: string;
  readonly publicKeyPem: string;
  readonly bytes: Buffer;
} {
  const bytes = Buffer.from(certificateDer, 'base64');
  const publicKey = createPublicKey(
    new X509Certificate(bytes).publicKey.export({ type: 'spki', format: 'pem' }),
  );
  return {
    certificatePem: derToPem(certificateDer),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    bytes,
  };
}
