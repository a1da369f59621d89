import { constants, createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { HashAlgorithm } from 'xml-crypto';
import { ALG } from './namespaces.ts';

/** A public-key signature algorithm of XML Signature, by what it asks of the key and of the crypto library. */
interface Scheme {
  readonly keyType: 'rsa' | 'ec';
  readonly hash: string;
  readonly pss?: true;
}

const schemes: Readonly<Record<string, Scheme>> = Object.freeze({
  [ALG.rsaSha1]: { keyType: 'rsa', hash: 'sha1' },
  [ALG.rsaSha224]: { keyType: 'rsa', hash: 'sha224' },
  [ALG.rsaSha256]: { keyType: 'rsa', hash: 'sha256' },
  [ALG.rsaSha384]: { keyType: 'rsa', hash: 'sha384' },
  [ALG.rsaSha512]: { keyType: 'rsa', hash: 'sha512' },
  [ALG.rsaPssSha256]: { keyType: 'rsa', hash: 'sha256', pss: true },
  [ALG.rsaPssSha384]: { keyType: 'rsa', hash: 'sha384', pss: true },
  [ALG.rsaPssSha512]: { keyType: 'rsa', hash: 'sha512', pss: true },
  [ALG.ecdsaSha1]: { keyType: 'ec', hash: 'sha1' },
  [ALG.ecdsaSha224]: { keyType: 'ec', hash: 'sha224' },
  [ALG.ecdsaSha256]: { keyType: 'ec', hash: 'sha256' },
  [ALG.ecdsaSha384]: { keyType: 'ec', hash: 'sha384' },
  [ALG.ecdsaSha512]: { keyType: 'ec', hash: 'sha512' },
});

const digests: Readonly<Record<string, string>> = Object.freeze({
  [ALG.sha1]: 'sha1',
  [ALG.sha224]: 'sha224',
  [ALG.sha256]: 'sha256',
  [ALG.sha384]: 'sha384',
  [ALG.sha512]: 'sha512',
});

/** True when signatures of this algorithm (URI) can be verified. HMAC is not among them, by intention. */
export function supportsSignature(algorithm: string): boolean {
  return Object.hasOwn(schemes, algorithm);
}

/** True when digests of this algorithm (URI) can be computed. */
export function supportsDigest(algorithm: string): boolean {
  return Object.hasOwn(digests, algorithm);
}

/** True when a key of this kind can have made signatures of this algorithm. */
export function keyFits(algorithm: string, key: KeyObject): boolean {
  const scheme = schemes[algorithm];
  if (scheme === undefined) return false;
  const type = key.asymmetricKeyType;
  return type === scheme.keyType || (scheme.pss === true && type === 'rsa-pss');
}

/** True when `signature` over `data` was made with the public key's other half; false also for a key of another kind. */
export function verifyBytes(algorithm: string, data: Buffer, key: KeyObject, signature: Buffer): boolean {
  const scheme = schemes[algorithm];
  if (scheme === undefined || !keyFits(algorithm, key)) return false;
  try {
    return verify(scheme.hash, data, { key, ...parameters(scheme) }, signature);
  } catch {
    // The library throws on values that no key could have made; they verify no more than others.
    return false;
  }
}

/** Signs data by a private key (PEM, or read from one). The algorithm must be supported, and fit the key. */
export function signBytes(algorithm: string, data: Buffer, privateKey: string | KeyObject): Buffer {
  const scheme = schemes[algorithm];
  if (scheme === undefined) throw new Error(`The signature algorithm "${algorithm}" is not supported.`);
  // Either form is taken; the types know them only apart.
  return sign(scheme.hash, data, { key: privateKey as KeyObject, ...parameters(scheme) });
}

function parameters(scheme: Scheme) {
  // RFC 9231 2.3.10: the salt is as long as the hash. RFC 4050 and XML Signature 1.1: ECDSA is r and s, not DER.
  if (scheme.keyType === 'ec') return { dsaEncoding: 'ieee-p1363' as const };
  return scheme.pss === true
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : { padding: constants.RSA_PKCS1_PADDING };
}

/** Digest (base64) of text in UTF-8. The algorithm must be supported. */
export function digestText(algorithm: string, text: string): string {
  const hash = digests[algorithm];
  if (hash === undefined) throw new Error(`The digest algorithm "${algorithm}" is not supported.`);
  return createHash(hash).update(text, 'utf8').digest('base64');
}

/** Digest algorithms in the form in which xml-crypto takes them: one class an algorithm. */
export function hashAlgorithms(): Record<string, new () => HashAlgorithm> {
  const hashClass = (uri: string) =>
    class {
      getHash(xml: string): string {
        return digestText(uri, xml);
      }
      getAlgorithmName(): string {
        return uri;
      }
    };
  return Object.fromEntries(Object.keys(digests).map((uri) => [uri, hashClass(uri)]));
}
