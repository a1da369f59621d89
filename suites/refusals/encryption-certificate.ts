import { readMetadata } from '../../harness/saml/read-metadata.ts';
import { toPem } from './idp-folder.ts';

/** PEM of the certificate that a service provider's metadata names for encryption; undefined when there is none. */
export function readEncryptionCertificate(metadata: string): string | undefined {
  const certificates = readMetadata(metadata).roles.flatMap((role) => role.certificates);
  const found = certificates.find(({ use }) => use === 'encryption');
  return found === undefined ? undefined : toPem(found.der);
}
