import type { CertificateReading, EndpointReading, MetadataReading } from '../../model/readings.ts';

export type Role = MetadataReading['roles'][number];

/** URI of the SAML 2.0 protocol in protocolSupportEnumeration (saml-metadata 2.4.1). */
export const samlProtocol = 'urn:oasis:names:tc:SAML:2.0:protocol';

/** The descriptors of one kind, in document order. */
export function rolesOf(metadata: MetadataReading, kind: Role['kind']): Role[] {
  return metadata.roles.filter((role) => role.kind === kind);
}

/** Certificates that may sign: use "signing", or no use stated (saml-metadata 2.4.1.1). */
export function signingCertificates(metadata: MetadataReading, kind: Role['kind']): CertificateReading[] {
  return rolesOf(metadata, kind)
    .flatMap((role) => role.certificates)
    .filter((certificate) => certificate.use !== 'encryption');
}

/** Every endpoint of the role that SAML messages travel to. */
export function endpointsOf(role: Role): EndpointReading[] {
  return [...role.singleSignOn, ...role.singleLogout, ...role.assertionConsumers];
}

/** Why a check about the role has nothing to judge, or `true`. */
export function hasRole(metadata: MetadataReading, kind: Role['kind']): true | string {
  if (rolesOf(metadata, kind).length > 0) return true;
  return kind === 'idp' ? 'The metadata has no IDPSSODescriptor.' : 'The metadata has no SPSSODescriptor.';
}
