import 'reflect-metadata';
import { type KeyObject, X509Certificate } from 'node:crypto';
import { X509Certificate as ParsedCertificate } from '@peculiar/x509';
import type { CertificateReading } from '../model/readings.ts';
import type { XmlElement } from '../model/xml.ts';

/** Reads a certificate from base64 DER. When the bytes are no certificate, `x509` is absent. */
export function readCertificate(
  der: string,
  use: CertificateReading['use'],
  element?: XmlElement,
): CertificateReading {
  const compact = der.replace(/\s+/g, '');
  const x509 = parseCertificate(compact);
  return {
    der: compact,
    use,
    ...(x509 === undefined ? {} : { x509 }),
    ...(element === undefined ? {} : { element }),
  };
}

/** The public key in a certificate (base64 DER); `undefined` when the bytes are no certificate. */
export function publicKeyOf(der: string): KeyObject | undefined {
  try {
    return new X509Certificate(Buffer.from(der, 'base64')).publicKey;
  } catch {
    return undefined;
  }
}

/** Base64 DER without white space, from PEM or from bare base64. Of several certificates, the first. */
export function pemToDer(pem: string): string {
  const body = /-----BEGIN [^-]+-----([^-]*)-----END/.exec(pem)?.[1] ?? pem;
  return body.replace(/\s+/g, '');
}

/** PEM with lines of 64 characters, from base64 DER. */
export function derToPem(der: string, label = 'CERTIFICATE'): string {
  const lines = der.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

function parseCertificate(der: string): CertificateReading['x509'] {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(der)) return undefined;
  try {
    const bytes = Buffer.from(der, 'base64');
    const native = new X509Certificate(bytes);
    const parsed = new ParsedCertificate(new Uint8Array(bytes));
    const types = parsed.extensions.map(({ type }) => type);
    return {
      subject: native.subject.split('\n').join(', '),
      issuer: native.issuer.split('\n').join(', '),
      notBefore: parsed.notBefore.toISOString(),
      notAfter: parsed.notAfter.toISOString(),
      publicKey: describeKey(native.publicKey),
      signatureAlgorithm: describeAlgorithm(parsed.signatureAlgorithm),
      repeatedExtensions: [...new Set(types.filter((type, index) => types.indexOf(type) !== index))],
    };
  } catch {
    // Whatever the two parsers stumble over, the target's bytes are not a certificate that others will read.
    return undefined;
  }
}

function describeKey(key: KeyObject): { type: string; bits: number } {
  const type = key.asymmetricKeyType ?? 'unknown';
  const details = key.asymmetricKeyDetails;
  const bits = details?.modulusLength ?? curveBits(details?.namedCurve ?? type);
  return { type, bits };
}

function curveBits(curve: string): number {
  if (curve === 'ed25519' || curve === 'x25519') return 256;
  if (curve === 'ed448' || curve === 'x448') return 448;
  return Number(/(\d{3})/.exec(curve)?.[1] ?? 0);
}

/** `RSASSA-PKCS1-v1_5 with SHA-256`, or the algorithm alone where it implies its hash. */
function describeAlgorithm(algorithm: { name: string; hash?: { name: string } }): string {
  return algorithm.hash === undefined ? algorithm.name : `${algorithm.name} with ${algorithm.hash.name}`;
}
