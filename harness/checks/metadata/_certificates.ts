import type { CertificateReading } from '../../model/readings.ts';
import { publicKeyOf } from '../../saml/certificate.ts';

/** A certificate that could be parsed. */
export type ParsedCertificate = CertificateReading & {
  readonly x509: NonNullable<CertificateReading['x509']>;
};

export function isParsed(certificate: CertificateReading): certificate is ParsedCertificate {
  return certificate.x509 !== undefined;
}

/**
 * The public key as base64 of its SubjectPublicKeyInfo; absent when the bytes are no certificate.
 * Keys are compared, not certificates: a renewed certificate with the same key verifies the same signatures.
 */
export function keyTextOf(der: string): string | undefined {
  return publicKeyOf(der)?.export({ type: 'spki', format: 'der' }).toString('base64');
}

/** One certificate a distinct public key, in document order. */
export function byDistinctKey<C extends { readonly der: string }>(certificates: readonly C[]): C[] {
  const seen = new Set<string>();
  return certificates.filter(({ der }) => {
    const key = keyTextOf(der) ?? der;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** True, or why the keys on both sides cannot be told apart: `setup/certificate` judges sides that share none. */
export function shareOneKey(
  published: readonly { readonly der: string }[],
  typed: readonly string[],
): true | string {
  const keys = new Set(published.map(({ der }) => keyTextOf(der)));
  return (
    typed.some((der) => keys.has(keyTextOf(der))) || 'The two sides are not known to share a signing key.'
  );
}
