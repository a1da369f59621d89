// @peculiar/x509 resolves its parts by decorators, whose metadata this import provides.
import 'reflect-metadata';
import { X509Certificate } from '@peculiar/x509';
import { providerLimits } from '../../../harness/aws/limits.ts';
import type { TrustedIdp } from '../../core/saml/idp-entity.ts';
import { readInstant } from '../../core/saml/instant.ts';
import {
  attribute,
  childrenOf,
  type Element,
  everyElement,
  ns,
  onlyChild,
  parse,
} from '../../core/saml/xml.ts';
import { QueryError } from '../query/query-error.ts';

/** What IAM takes from a metadata document. */
export interface ProviderMetadata {
  readonly idps: readonly TrustedIdp[];
  /** Milliseconds; undefined when the document names no end. */
  readonly validUntil: number | undefined;
}

/** IAM quotas page: identity providers of one SAML provider. */
const maxIdps = 10;

/**
 * Reads a metadata document as CreateSAMLProvider does: UTF-8 without a byte order mark, an entityID, an X.509
 * certificate for signing and a SingleSignOnService (IAM User Guide, "Create a SAML identity provider in IAM").
 * The answer is always the same text; what is wrong goes to the event log.
 */
export function readProviderMetadata(metadata: string): ProviderMetadata {
  if (metadata.startsWith('\uFEFF')) return refuse('It begins with a byte order mark.');
  const root = parse(metadata);
  if ('problem' in root) return refuse(`It cannot be read as XML. ${root.problem}`);
  const entities = entitiesOf(root);
  if (entities.length === 0) return refuse('It holds no EntityDescriptor with an IDPSSODescriptor.');
  if (entities.length > maxIdps) throw limit(`${maxIdps} identity providers`, entities.length);
  const idps = entities.map(readEntity);
  const keys = idps.reduce((sum, { certificates }) => sum + certificates.length, 0);
  if (keys > providerLimits.keysPerProvider) throw limit(`${providerLimits.keysPerProvider} keys`, keys);
  return { idps, validUntil: readInstant(attribute(root, 'validUntil')) };
}

function entitiesOf(root: Element): readonly Element[] {
  if (root.namespace !== ns.md) return [];
  const all = root.local === 'EntitiesDescriptor' ? childrenOf(root, ns.md, 'EntityDescriptor') : [root];
  const isIdp = (one: Element) => childrenOf(one, ns.md, 'IDPSSODescriptor').length > 0;
  return all.filter((one) => one.local === 'EntityDescriptor' && isIdp(one));
}

function readEntity(entity: Element): TrustedIdp {
  const entityId = attribute(entity, 'entityID') ?? '';
  if (entityId === '') return refuse('An EntityDescriptor has no entityID.');
  const descriptor = onlyChild(entity, ns.md, 'IDPSSODescriptor');
  if (descriptor === undefined) return refuse(`"${entityId}" has more than one IDPSSODescriptor.`);
  const [service] = childrenOf(descriptor, ns.md, 'SingleSignOnService');
  const ssoUrl = (service && attribute(service, 'Location')) ?? '';
  if (!URL.canParse(ssoUrl)) return refuse(`"${entityId}" has no SingleSignOnService with a location.`);
  const certificates = certificatesOf(descriptor);
  if (certificates.length === 0) return refuse(`"${entityId}" has no X.509 certificate for signing.`);
  for (const der of certificates) checkCertificate(der);
  return { entityId, ssoUrl, certificates };
}

function certificatesOf(descriptor: Element): readonly string[] {
  const found = childrenOf(descriptor, ns.md, 'KeyDescriptor')
    .filter((key) => (attribute(key, 'use') ?? 'signing') === 'signing')
    .flatMap((key) => [...everyElement(key)])
    .filter((one) => one.namespace === ns.ds && one.local === 'X509Certificate')
    .map((one) => one.text.replace(/\s+/g, ''));
  return [...new Set(found)];
}

/** IAM User Guide, "Troubleshooting SAML 2.0 federation": at least 1024 bits, no extension twice. */
function checkCertificate(der: string): void {
  const { publicKey, extensions } = readCertificate(der);
  const { algorithm } = publicKey;
  if ('modulusLength' in algorithm && Number(algorithm.modulusLength) < 1024)
    refuse(`A certificate's RSA key has ${algorithm.modulusLength} bits; at least 1024 are needed.`);
  const types = extensions.map(({ type }) => type);
  if (new Set(types).size < types.length) refuse('A certificate has one extension twice.');
}

function readCertificate(der: string): X509Certificate {
  try {
    return new X509Certificate(Buffer.from(der, 'base64'));
  } catch {
    return refuse('A certificate in it cannot be read as X.509.');
  }
}

function refuse(reason: string): never {
  throw new QueryError(400, 'InvalidInput', 'Unable to parse metadata', reason);
}

function limit(most: string, count: number): QueryError {
  // AWS states the quota; the text is assumed.
  return new QueryError(409, 'LimitExceeded', `Cannot exceed ${most} in a SAML provider`, `It has ${count}.`);
}
