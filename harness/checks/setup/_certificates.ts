import { createHash } from 'node:crypto';
import type { MetadataReading } from '../../model/readings.ts';

/** Base64 DER of the certificates that the metadata offers for checking signatures. */
export function signingCertificates(metadata: MetadataReading): readonly string[] {
  return metadata.roles
    .filter(({ kind }) => kind === 'idp')
    .flatMap(({ certificates }) => certificates)
    .filter(({ use }) => use !== 'encryption')
    .map(({ der }) => strip(der));
}

/** Base64 without white space, so that line breaks do not count. */
export function strip(der: string): string {
  return der.replace(/\s+/g, '');
}

/** The name that consoles show for a certificate: the beginning of its SHA-256 fingerprint. */
export function fingerprint(der: string): string {
  const hex = createHash('sha256').update(Buffer.from(der, 'base64')).digest('hex').toUpperCase();
  return `SHA-256 ${hex.slice(0, 16).match(/../g)?.join(':') ?? ''}…`;
}
