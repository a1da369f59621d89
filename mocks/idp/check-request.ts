import type { Element } from '@xmldom/xmldom';
import { saml } from '../core/saml/write-xml.ts';
import { loadSamlify } from '../core/samlify.ts';
import type { Application } from './config.ts';
import { type AuthnRequest, childrenOf } from './read-request.ts';

/** How far a request's IssueInstant may be from now, in milliseconds. */
const maxAgeMs = 10 * 60_000;

const verifiable = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
];

/** How a request came, with what its signature is checked over. */
export type Carriage =
  | { readonly binding: 'redirect'; readonly query: string }
  | { readonly binding: 'post'; readonly xml: string; readonly element: Element };

/** Says why a request must not be answered, for the event log; undefined when it may be. */
export function findRequestProblem(
  request: AuthnRequest,
  carriage: Carriage,
  application: Application,
  ssoUrl: string,
  now: number,
): string | undefined {
  if (request.acsUrl !== undefined && request.acsUrl !== application.acsUrl) {
    return `AssertionConsumerServiceURL "${request.acsUrl}" is not the application's "${application.acsUrl}".`;
  }
  if (request.acsUrl !== undefined && request.acsIndex !== undefined) {
    return 'AssertionConsumerServiceURL and AssertionConsumerServiceIndex exclude each other.';
  }
  if (request.protocolBinding !== undefined && request.protocolBinding !== saml.post) {
    return `ProtocolBinding "${request.protocolBinding}" is not HTTP-POST.`;
  }
  if (request.destination !== undefined && request.destination !== ssoUrl) {
    return `Destination "${request.destination}" is not "${ssoUrl}".`;
  }
  if (Math.abs(now - request.issuedAt) > maxAgeMs) return 'IssueInstant is too far from now.';
  return findSignatureProblem(request, carriage, application);
}

function findSignatureProblem(
  request: AuthnRequest,
  carriage: Carriage,
  application: Application,
): string | undefined {
  const signed = isSigned(carriage);
  if (!signed) return application.requireSignedRequests ? 'The request is not signed.' : undefined;
  const { requestCertificates } = application;
  // Without a certificate nothing can be said about a signature; it is then as good as none.
  if (requestCertificates.length === 0 && !application.requireSignedRequests) return undefined;
  if (request.destination === undefined)
    return 'A signed request needs a Destination (saml-bindings 3.4.5.2).';
  const verifies = carriage.binding === 'redirect' ? verifyQuery : verifyEnveloped;
  const isGenuine = requestCertificates.some((certificate) => {
    try {
      return verifies(carriage, certificate, application);
    } catch {
      return false;
    }
  });
  return isGenuine
    ? undefined
    : 'The signature of the request does not verify with a certificate of the application.';
}

function isSigned(carriage: Carriage): boolean {
  if (carriage.binding === 'redirect') return rawParameter(carriage.query, 'Signature') !== undefined;
  return childrenOf(carriage.element, saml.signature, 'Signature').length > 0;
}

/** The signature over the query string, parameters as they were sent (saml-bindings 3.4.4.1). */
function verifyQuery(carriage: Carriage, certificate: string, application: Application): boolean {
  if (carriage.binding !== 'redirect') return false;
  const parts = ['SAMLRequest', 'RelayState', 'SigAlg']
    .map((name) => ({ name, value: rawParameter(carriage.query, name) }))
    .filter(({ value }) => value !== undefined);
  const algorithm = new URLSearchParams(carriage.query).get('SigAlg') ?? '';
  const signature = new URLSearchParams(carriage.query).get('Signature') ?? '';
  if (!verifiable.includes(algorithm)) return false;
  return loadSamlify().SamlLib.verifyMessageSignature(
    metadataOf(application, certificate),
    parts.map(({ name, value }) => `${name}=${value}`).join('&'),
    Buffer.from(signature, 'base64'),
    algorithm,
  );
}

/** The signature inside the message: one, with one Reference, to the AuthnRequest itself. */
function verifyEnveloped(carriage: Carriage, certificate: string, application: Application): boolean {
  if (carriage.binding !== 'post') return false;
  const [signature, ...others] = childrenOf(carriage.element, saml.signature, 'Signature');
  if (signature === undefined || others.length > 0) return false;
  const [info] = childrenOf(signature, saml.signature, 'SignedInfo');
  const references = info === undefined ? [] : childrenOf(info, saml.signature, 'Reference');
  const methods = info === undefined ? [] : childrenOf(info, saml.signature, 'SignatureMethod');
  if (
    references.length !== 1 ||
    references[0]?.getAttribute('URI') !== `#${carriage.element.getAttribute('ID')}`
  ) {
    return false;
  }
  if (!verifiable.includes(methods[0]?.getAttribute('Algorithm') ?? '')) return false;
  const [verified] = loadSamlify().SamlLib.verifySignature(carriage.xml, {
    metadata: metadataOf(application, certificate),
  });
  return verified;
}

function metadataOf(application: Application, certificate: string) {
  return loadSamlify().ServiceProvider({
    entityID: application.entityId,
    signingCert: certificate,
    assertionConsumerService: [{ Binding: saml.post, Location: application.acsUrl }],
  }).entityMeta;
}

/** A query parameter exactly as sent; undefined when absent. */
function rawParameter(query: string, name: string): string | undefined {
  return query
    .replace(/^\?/, '')
    .split('&')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
