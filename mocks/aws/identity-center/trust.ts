import { X509Certificate } from 'node:crypto';
import { ControlError } from '../../core/control.ts';
import { redirectBinding, type TrustedIdp } from '../../core/saml/idp-entity.ts';
import {
  attribute,
  childrenOf,
  type Element,
  everyElement,
  ns,
  onlyChild,
  parse,
} from '../../core/saml/xml.ts';

/** What Identity Center keeps of an imported identity provider: all its certificates are in force (aws.md B.1). */
export interface Trust extends TrustedIdp {
  /** The file as it was imported. */
  readonly metadata: string;
}

/** SSOUG other-idps: a metadata file may have 75,000 characters. */
const maxMetadataLength = 75_000;

/** Reads a metadata file as the console's import does; one that it would not take is refused with 400 and the reason. */
export function importMetadata(metadata: string): Trust {
  if (metadata.length > maxMetadataLength)
    refuse(`It has ${metadata.length} characters; at most ${maxMetadataLength} are allowed.`);
  if (metadata.startsWith('\uFEFF'))
    refuse('It begins with a byte order mark. Save it as UTF-8 without one.');
  const root = parse(metadata);
  if ('problem' in root) return refuse(`It cannot be read as XML. ${root.problem}`);
  if (root.namespace !== ns.md || root.local !== 'EntityDescriptor')
    refuse(`Its root is "${root.local}", not an EntityDescriptor of SAML 2.0.`);
  const entityId = attribute(root, 'entityID');
  if (entityId === undefined || entityId === '') return refuse('It has no entityID.');
  const descriptor = onlyChild(root, ns.md, 'IDPSSODescriptor');
  if (descriptor === undefined) return refuse('It does not have exactly one IDPSSODescriptor.');
  return { entityId, ssoUrl: ssoUrlOf(descriptor), certificates: certificatesOf(descriptor), metadata };
}

function ssoUrlOf(descriptor: Element): string {
  const services = childrenOf(descriptor, ns.md, 'SingleSignOnService');
  const location = services.find((one) => attribute(one, 'Binding') === redirectBinding);
  const url = location && attribute(location, 'Location');
  // AWS asks for a SingleSignOnService location; that it must be HTTP-Redirect is our assumption.
  if (url === undefined) return refuse('It has no SingleSignOnService with the HTTP-Redirect binding.');
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    return refuse(`Its SingleSignOnService location "${url}" is not an https URL.`);
  return url;
}

function certificatesOf(descriptor: Element): readonly string[] {
  const keys = childrenOf(descriptor, ns.md, 'KeyDescriptor').filter(
    (key) => (attribute(key, 'use') ?? 'signing') === 'signing',
  );
  const found = keys
    .flatMap((key) => [...everyElement(key)])
    .filter((one) => one.namespace === ns.ds && one.local === 'X509Certificate')
    .map((one) => one.text.replace(/\s+/g, ''));
  if (found.length === 0) return refuse('It has no X.509 certificate for signing.');
  for (const der of found) checkCertificate(der);
  return [...new Set(found)];
}

function checkCertificate(der: string): void {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(der, 'base64'));
    const bits = publicKey.asymmetricKeyDetails?.modulusLength;
    // aws.md A.6 states 1024 bits for IAM; Identity Center's own minimum is not documented.
    if (bits !== undefined && bits < 1024)
      refuse(`A certificate's RSA key has ${bits} bits; at least 1024 are needed.`);
  } catch (error) {
    if (error instanceof ControlError) throw error;
    refuse('A certificate in it cannot be read as X.509.');
  }
}

function refuse(reason: string): never {
  throw new ControlError(400, `The IdP SAML metadata was not imported. ${reason}`);
}
