import { X509Certificate } from 'node:crypto';
import type { MetadataReading } from '../../model/readings.ts';
import { readMetadata, trustedCertificates } from '../../saml/read-metadata.ts';
import { faultAt, type InputText } from './input.ts';

/** What metadata says of an identity provider. */
export interface IdpMetadata {
  readonly entityId: string;
  /** Base64 DER of what may sign. */
  readonly certificates: readonly string[];
  /** As written. */
  readonly validUntil: string | undefined;
}

const next = 'Give the SAML metadata of the identity provider, as it was uploaded to IAM.';

/** @throws CountersignError `file`, with the place of what is wrong */
export function readIdpMetadata({ name, text }: InputText): IdpMetadata {
  const reading = readMetadata(text);
  const [problem] = reading.document.problems;
  if (problem !== undefined)
    throw faultAt(name, { line: problem.line ?? 1, column: problem.column ?? 1 }, problem.message, next);
  const fault = faultOf(reading);
  if (fault !== undefined)
    throw faultAt(
      name,
      { line: reading.element?.line ?? 1, column: reading.element?.column ?? 1 },
      fault,
      next,
    );
  return {
    entityId: reading.entityId ?? '',
    certificates: trustedCertificates(reading, 'idp'),
    validUntil: reading.validUntil,
  };
}

function faultOf({ entityId, roles }: MetadataReading): string | undefined {
  if (!roles.some(({ kind }) => kind === 'idp'))
    return 'It is no metadata of an identity provider: there is no IDPSSODescriptor.';
  return entityId === undefined ? 'The EntityDescriptor has no entityID.' : undefined;
}

/** Whether two lists of certificates have a public key in common; a renewed certificate may keep its key. */
export function shareKey(one: readonly string[], other: readonly string[]): boolean {
  const keys = new Set(one.map(keyOf));
  return other.some((der) => keys.has(keyOf(der)));
}

function keyOf(der: string): string {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(der, 'base64'));
    return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  } catch {
    return der;
  }
}
