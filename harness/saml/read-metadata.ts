import type { CertificateReading, EndpointReading, MetadataReading } from '../model/readings.ts';
import type { XmlDocument, XmlElement } from '../model/xml.ts';
import { readCertificate } from './certificate.ts';
import { metadataLimits, type XmlLimits } from './limits.ts';
import { NS } from './namespaces.ts';
import { parseXml } from './parse.ts';
import { validateSchema } from './schema.ts';
import { readSignatures } from './signature.ts';
import { attr, childrenOf, textOf } from './tree.ts';

/**
 * Reads the metadata of one entity; of an EntitiesDescriptor, the first entity with a web SSO role.
 * A signature of its own is tried with the keys that the document brings along: that tells whether it was changed since it
 * was signed, and not by whom it was.
 */
export function readMetadata(xml: string, limits: XmlLimits = metadataLimits): MetadataReading {
  const document = parseXml(xml, limits);
  const root = document.root;
  if (root === undefined) return { document, ...nothing };
  const entity = findEntity(root) ?? root;
  const roles = rolesOf(entity).map(readRole);
  return {
    document,
    element: entity,
    entityId: attr(entity, 'entityID'),
    validUntil: attr(entity, 'validUntil'),
    cacheDuration: attr(entity, 'cacheDuration'),
    roles,
    signatures: readOwnSignatures(document, roles),
    schemaFaults: validateSchema(document.text, 'metadata'),
  };
}

/**
 * Base64 DER of the certificates that may sign for a role: those for signing and those without a use
 * (SAML Metadata 2.4.1.1), in order, each once. Bytes that are no certificate are left out.
 */
export function trustedCertificates(metadata: MetadataReading, kind: 'idp' | 'sp'): string[] {
  const certificates = metadata.roles
    .filter((role) => role.kind === kind)
    .flatMap((role) => role.certificates)
    .filter(({ use, x509 }) => use !== 'encryption' && x509 !== undefined);
  return [...new Set(certificates.map(({ der }) => der))];
}

function readOwnSignatures(document: XmlDocument, roles: MetadataReading['roles']) {
  const untried = readSignatures(document, []);
  if (untried.length === 0) return untried;
  const brought = [
    ...untried.flatMap(({ keyInfoCertificates }) => keyInfoCertificates.slice(0, 1)),
    ...roles.flatMap(({ certificates }) => certificates.map(({ der }) => der)),
  ];
  return readSignatures(document, [...new Set(brought)]);
}

const nothing = {
  entityId: undefined,
  validUntil: undefined,
  cacheDuration: undefined,
  roles: [],
  signatures: [],
} as const;

function findEntity(element: XmlElement): XmlElement | undefined {
  if (element.namespace !== NS.md) return undefined;
  if (element.local === 'EntityDescriptor') return element;
  if (element.local !== 'EntitiesDescriptor') return undefined;
  const entities = childrenOf(element).flatMap((child) => findEntity(child) ?? []);
  return entities.find((entity) => rolesOf(entity).length > 0) ?? entities[0];
}

function rolesOf(entity: XmlElement): readonly XmlElement[] {
  return childrenOf(entity, NS.md).filter(({ local }) => /^(IDP|SP)SSODescriptor$/.test(local));
}

function readRole(element: XmlElement): MetadataReading['roles'][number] {
  const kind = element.local === 'IDPSSODescriptor' ? 'idp' : 'sp';
  return {
    element,
    kind,
    protocols: (attr(element, 'protocolSupportEnumeration') ?? '').split(/\s+/).filter(Boolean),
    wantsSigned: attr(element, kind === 'idp' ? 'WantAuthnRequestsSigned' : 'WantAssertionsSigned'),
    authnRequestsSigned: attr(element, 'AuthnRequestsSigned'),
    certificates: childrenOf(element, NS.md, 'KeyDescriptor').flatMap(readKeyDescriptor),
    nameIdFormats: childrenOf(element, NS.md, 'NameIDFormat').map(textOf),
    singleSignOn: readEndpoints(element, 'SingleSignOnService'),
    singleLogout: readEndpoints(element, 'SingleLogoutService'),
    assertionConsumers: readEndpoints(element, 'AssertionConsumerService'),
  };
}

function readKeyDescriptor(element: XmlElement): readonly CertificateReading[] {
  const stated = attr(element, 'use');
  const use = stated === 'signing' || stated === 'encryption' ? stated : 'unspecified';
  return childrenOf(element, NS.ds, 'KeyInfo')
    .flatMap((keyInfo) => childrenOf(keyInfo, NS.ds, 'X509Data'))
    .flatMap((data) => childrenOf(data, NS.ds, 'X509Certificate'))
    .map((certificate) => readCertificate(textOf(certificate).text, use, certificate));
}

function readEndpoints(role: XmlElement, local: string): readonly EndpointReading[] {
  return childrenOf(role, NS.md, local).map((element) => ({
    element,
    binding: attr(element, 'Binding'),
    location: attr(element, 'Location'),
    index: attr(element, 'index'),
    isDefault: attr(element, 'isDefault'),
  }));
}
