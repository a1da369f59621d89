import { inflateRawSync } from 'node:zlib';
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { saml } from '../core/saml/write-xml.ts';
import { findXmlProblem, maxXmlLength } from '../core/well-formed.ts';

/** What the double takes from an AuthnRequest (saml-core 3.4.1). */
export interface AuthnRequest {
  readonly id: string;
  readonly issuer: string;
  /** Milliseconds since 1970. */
  readonly issuedAt: number;
  readonly destination?: string;
  readonly acsUrl?: string;
  readonly acsIndex?: string;
  readonly protocolBinding?: string;
  readonly forceAuthn: boolean;
  readonly isPassive: boolean;
  readonly nameIdFormat?: string;
  readonly requestedClasses?: { readonly comparison: string; readonly classes: readonly string[] };
  /** The person whom the service provider expects. */
  readonly subject?: string;
}

export type RequestResult =
  | { readonly request: AuthnRequest; readonly xml: string; readonly element: Element }
  | { readonly problem: string };

/** Inflates and decodes the SAMLRequest of HTTP-Redirect (saml-bindings 3.4.4.1), within bounds. */
export function decodeRedirect(
  parameter: string,
  maxOutputLength = maxXmlLength,
): string | { readonly problem: string } {
  try {
    const bytes = Buffer.from(parameter, 'base64');
    return inflateRawSync(bytes, { maxOutputLength }).toString('utf8');
  } catch {
    return { problem: 'SAMLRequest is not base64 of raw DEFLATE.' };
  }
}

/** Decodes the SAMLRequest of HTTP-POST (saml-bindings 3.5.4). */
export function decodePost(parameter: string): string {
  return Buffer.from(parameter, 'base64').toString('utf8');
}

/** What is left out of the reading; only a weak double has any of it. */
export interface RequestLeniency {
  readonly anyId: boolean;
  readonly noIssuer: boolean;
  readonly anyVersion: boolean;
}

const strict: RequestLeniency = { anyId: false, noIssuer: false, anyVersion: false };

/** Reads an AuthnRequest strictly; what is not one gives the private reason for the event log. */
export function readRequest(
  xml: string,
  { anyId, noIssuer, anyVersion }: RequestLeniency = strict,
): RequestResult {
  const problem = findXmlProblem(xml);
  if (problem !== undefined) return { problem };
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    xml,
    'text/xml',
  ).documentElement;
  if (root === null || root.namespaceURI !== saml.protocol || root.localName !== 'AuthnRequest') {
    return { problem: 'The message is not a samlp:AuthnRequest.' };
  }
  const attribute = (name: string) => root.getAttribute(name) ?? undefined;
  const id = attribute('ID');
  const issuers = childrenOf(root, saml.assertion, 'Issuer');
  const issuer = issuers[0]?.textContent ?? (noIssuer ? '' : undefined);
  const issuedAt = Date.parse(attribute('IssueInstant') ?? '');
  if (attribute('Version') !== '2.0' && !anyVersion) return { problem: 'Version is not 2.0.' };
  if (id === undefined || (!anyId && !/^[A-Za-z_][\w.-]*$/.test(id)))
    return { problem: 'ID is not an NCName.' };
  if ((issuers.length !== 1 && !(noIssuer && issuers.length === 0)) || issuer === undefined)
    return { problem: 'There is not exactly one Issuer.' };
  if (Number.isNaN(issuedAt)) return { problem: 'IssueInstant is not a time.' };
  const policy = childrenOf(root, saml.protocol, 'NameIDPolicy')[0];
  const context = childrenOf(root, saml.protocol, 'RequestedAuthnContext')[0];
  const subject = childrenOf(root, saml.assertion, 'Subject')[0];
  const nameId = subject && childrenOf(subject, saml.assertion, 'NameID')[0]?.textContent;
  const request: AuthnRequest = {
    id,
    issuer,
    issuedAt,
    forceAuthn: isTrue(attribute('ForceAuthn')),
    isPassive: isTrue(attribute('IsPassive')),
    ...optional('destination', attribute('Destination')),
    ...optional('acsUrl', attribute('AssertionConsumerServiceURL')),
    ...optional('acsIndex', attribute('AssertionConsumerServiceIndex')),
    ...optional('protocolBinding', attribute('ProtocolBinding')),
    ...optional('nameIdFormat', policy?.getAttribute('Format') ?? undefined),
    ...optional('subject', nameId ?? undefined),
    ...optional(
      'requestedClasses',
      context && {
        comparison: context.getAttribute('Comparison') ?? 'exact',
        classes: childrenOf(context, saml.assertion, 'AuthnContextClassRef').map(
          (ref) => ref.textContent ?? '',
        ),
      },
    ),
  };
  return { request, xml, element: root };
}

/** Child elements by namespace and local name, in order. */
export function childrenOf(parent: Element, namespace: string, local: string): readonly Element[] {
  return Array.from(parent.childNodes).filter(
    (node): node is Element =>
      node.nodeType === node.ELEMENT_NODE && node.namespaceURI === namespace && node.localName === local,
  );
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  // The computed key is exactly K, which the compiler cannot see.
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
