import { createPublicKey, publicDecrypt } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import type { WeaknessId } from '../../harness/model/weaknesses.ts';
import { saml } from '../core/saml/write-xml.ts';
import { loadSamlify } from '../core/samlify.ts';
import type { Application } from './config.ts';
import { type AuthnRequest, childrenOf } from './read-request.ts';

/** How far a request's IssueInstant may be from now, in milliseconds. */
export const maxAgeMs = 10 * 60_000;

const verifiable = [
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
];

/** How a request came, with what its signature is checked over. */
export type Carriage =
  | { readonly binding: 'redirect'; readonly query: string }
  | { readonly binding: 'post'; readonly xml: string; readonly element: Element };

/** Whether a safeguard is missing. */
export type Lacks = (safeguard: WeaknessId) => boolean;

export interface RequestSurroundings {
  readonly ssoUrl: string;
  readonly now: number;
  readonly lacks: Lacks;
}

/** Says why a request must not be answered, for the event log; undefined when it may be. */
export function findRequestProblem(
  request: AuthnRequest,
  carriage: Carriage,
  application: Application,
  { ssoUrl, now, lacks }: RequestSurroundings,
): string | undefined {
  if (request.acsUrl !== undefined && !isRegistered(request.acsUrl, application, lacks)) {
    return `AssertionConsumerServiceURL "${request.acsUrl}" is not the application's "${application.acsUrl}".`;
  }
  if (request.acsUrl !== undefined && request.acsIndex !== undefined) {
    return 'AssertionConsumerServiceURL and AssertionConsumerServiceIndex exclude each other.';
  }
  // One address is registered, with the index 0.
  if (request.acsIndex !== undefined && request.acsIndex !== '0' && !lacks('request-index-ignored')) {
    return `AssertionConsumerServiceIndex "${request.acsIndex}" is not registered.`;
  }
  const isPost = request.protocolBinding === undefined || request.protocolBinding === saml.post;
  if (!isPost && !lacks('binding-ignored')) {
    return `ProtocolBinding "${request.protocolBinding}" is not HTTP-POST.`;
  }
  const isHere = request.destination === undefined || request.destination === ssoUrl;
  if (!isHere && !lacks('destination-not-checked')) {
    return `Destination "${request.destination}" is not "${ssoUrl}".`;
  }
  const isOld = Math.abs(now - request.issuedAt) > maxAgeMs;
  if (isOld && !lacks('issue-instant-not-checked')) return 'IssueInstant is too far from now.';
  return findSignatureProblem(request, carriage, application, lacks);
}

function isRegistered(acsUrl: string, application: Application, lacks: Lacks): boolean {
  if (acsUrl === application.acsUrl || lacks('request-acs-not-checked')) return true;
  // It takes the address from whatever is signed, without asking the metadata.
  if (lacks('request-signature-of-other-text') && application.requireSignedRequests) return true;
  return lacks('request-acs-by-prefix') && acsUrl.startsWith(new URL(application.acsUrl).origin);
}

function findSignatureProblem(
  request: AuthnRequest,
  carriage: Carriage,
  application: Application,
  lacks: Lacks,
): string | undefined {
  const signed = isSigned(carriage);
  const isDemanded = application.requireSignedRequests && !lacks('request-signature-optional');
  if (!signed) return isDemanded ? 'The request is not signed.' : undefined;
  if (lacks('request-signature-not-checked')) return undefined;
  const { requestCertificates } = application;
  // Without a certificate nothing can be said about a signature; it is then as good as none.
  if (requestCertificates.length === 0 && !application.requireSignedRequests) return undefined;
  if (request.destination === undefined)
    return 'A signed request needs a Destination (saml-bindings 3.4.5.2).';
  const verifies = carriage.binding === 'redirect' ? verifyQuery : verifyEnveloped;
  const isGenuine = requestCertificates.some((certificate) => {
    try {
      if (lacks('request-signature-of-other-text')) return isMadeBy(carriage, certificate);
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

/** Whether the key made this signature at all, over whatever text. Nothing strict asks for it. */
function isMadeBy(carriage: Carriage, certificate: string): boolean {
  if (carriage.binding !== 'redirect') return false;
  const signature = new URLSearchParams(carriage.query).get('Signature') ?? '';
  const pem = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
  return publicDecrypt(createPublicKey(pem), Buffer.from(signature, 'base64')).length > 0;
}

/**
 * Which of several SAMLRequest fields a careless provider reads: one that the signature is not about, if there is any.
 */
export function chooseUnverified(query: string, application: Application): string | undefined {
  const pattern = /(?:^|&)(SAMLRequest=[^&]*)/g;
  const candidates = [...query.matchAll(pattern)].map((match) => match[1] ?? '');
  const rest = query.replace(pattern, '').replace(/^&/, '');
  const [certificate = ''] = application.requestCertificates;
  return candidates.find(
    (one) => !verifyQuery({ binding: 'redirect', query: `${one}&${rest}` }, certificate, application),
  );
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
