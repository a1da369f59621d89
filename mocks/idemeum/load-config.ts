import { ControlError } from '../core/control.ts';
import { attribute, childrenOf, type Element, everyElement, ns, parse } from '../core/saml/xml.ts';

/** What the SAML screen is filled with from a service provider's metadata. */
export interface SamlValues {
  readonly entityId: string;
  readonly acsUrl: string;
  readonly nameIdFormat: string;
  readonly wantAssertionsSigned: boolean;
  readonly requestsSigned: boolean;
  /** Base64 DER, without white space. */
  readonly requestCertificates: readonly string[];
}

const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const emailAddress = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
const maxLength = 500_000;

/**
 * Reads the text that was pasted before "Load Config" was pressed. What is not the metadata of one service provider is
 * refused: with what was found in its place, and what to paste.
 * @param now milliseconds since 1970, for `validUntil`
 */
export function loadConfig(text: string, now: number): SamlValues {
  const root = readRoot(text);
  const entityId = attribute(root, 'entityID') ?? '';
  if (entityId === '' || entityId.length > 1024)
    return refuse(`its entityID is "${shorten(entityId)}", which is no name of 1 to 1024 characters`);
  const validUntil = attribute(root, 'validUntil');
  if (validUntil !== undefined && !(Date.parse(validUntil) > now))
    return refuse(
      `it was valid until ${shorten(validUntil)} only`,
      'Download a new one from the service provider',
    );
  const descriptor = readDescriptor(root, entityId);
  return {
    entityId,
    acsUrl: readAcsUrl(descriptor),
    nameIdFormat: readNameIdFormat(descriptor),
    wantAssertionsSigned: isTrue(attribute(descriptor, 'WantAssertionsSigned')),
    requestsSigned: isTrue(attribute(descriptor, 'AuthnRequestsSigned')),
    requestCertificates: readCertificates(descriptor),
  };
}

function readRoot(text: string): Element {
  if (text.trim() === '') return refuse('nothing was pasted');
  if (text.length > maxLength) return refuse(`it has ${text.length} characters, more than ${maxLength}`);
  const root = parse(text.replace(/^\uFEFF/, '').trimStart());
  if ('problem' in root) return refuse(`it cannot be read as XML (${shorten(root.problem)})`);
  if (root.namespace === ns.md && root.local === 'EntitiesDescriptor')
    return refuse('it describes several parties', 'Paste the EntityDescriptor of the service provider alone');
  if (root.namespace !== ns.md || root.local !== 'EntityDescriptor')
    return refuse(`its first element is "${shorten(root.name)}", not an EntityDescriptor of SAML 2.0`);
  return root;
}

function readDescriptor(root: Element, entityId: string): Element {
  const [descriptor, ...others] = childrenOf(root, ns.md, 'SPSSODescriptor');
  if (descriptor !== undefined && others.length === 0) {
    const protocols = (attribute(descriptor, 'protocolSupportEnumeration') ?? '').split(/\s+/);
    if (!protocols.includes(ns.samlp)) return refuse('its service provider does not speak SAML 2.0');
    return descriptor;
  }
  if (others.length > 0) return refuse(`it describes ${others.length + 1} service providers, not one`);
  if (childrenOf(root, ns.md, 'IDPSSODescriptor').length > 0)
    return refuse(`it is that of an identity provider ("${shorten(entityId)}")`);
  return refuse('it has no SPSSODescriptor');
}

/** The default endpoint for HTTP-POST: `isDefault`, else the first one that does not deny it (saml-metadata 2.2.3). */
function readAcsUrl(descriptor: Element): string {
  const all = childrenOf(descriptor, ns.md, 'AssertionConsumerService');
  const posts = all.filter((one) => attribute(one, 'Binding') === post);
  const chosen =
    posts.find((one) => isTrue(attribute(one, 'isDefault'))) ??
    posts.find((one) => attribute(one, 'isDefault') === undefined) ??
    posts[0];
  if (chosen === undefined) {
    const bindings = all.map((one) => attribute(one, 'Binding') ?? 'none').join(', ');
    return refuse(`it has no AssertionConsumerService for HTTP-POST (found: ${shorten(bindings) || 'none'})`);
  }
  const location = attribute(chosen, 'Location') ?? '';
  if (!URL.canParse(location) || new URL(location).protocol !== 'https:')
    return refuse(`its ACS URL "${shorten(location)}" is not an https address`);
  return location;
}

/** The first format that the application names; an address where it names none or leaves the choice open. */
function readNameIdFormat(descriptor: Element): string {
  const formats = childrenOf(descriptor, ns.md, 'NameIDFormat').map(({ text }) => text.trim());
  return formats.find((one) => one !== '' && !one.endsWith(':unspecified')) ?? emailAddress;
}

function readCertificates(descriptor: Element): readonly string[] {
  return childrenOf(descriptor, ns.md, 'KeyDescriptor')
    .filter((one) => attribute(one, 'use') !== 'encryption')
    .flatMap((one) => [...everyElement(one)])
    .filter(({ namespace, local }) => namespace === ns.ds && local === 'X509Certificate')
    .map(({ text }) => text.replace(/\s+/g, ''));
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}

function refuse(
  why: string,
  next = 'Paste the whole metadata file that the service provider lets you download',
): never {
  throw new ControlError(400, `The configuration could not be loaded: ${why}. ${next}.`);
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 80)}…${text.slice(-30)}`;
}
