import { createSign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { attribute, escapeXml, instant, saml } from '../core/saml/write-xml.ts';
import type { Addresses } from './config.ts';
import type { Provider } from './providers.ts';

export interface RequestFacts {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly relayState: string;
  readonly nameIdFormat: string | null;
  /** Signs the query when given (PEM). */
  readonly signingKey: string | undefined;
}

/** Address at the identity provider that carries an AuthnRequest by HTTP-Redirect (Bindings 3.4). */
export function buildLoginUrl(
  addresses: Pick<Addresses, 'entityId' | 'acsUrl'>,
  { ssoUrl }: Pick<Provider, 'ssoUrl'>,
  facts: RequestFacts,
): string {
  const format =
    facts.nameIdFormat === null ? '' : `<samlp:NameIDPolicy${attribute('Format', facts.nameIdFormat)}/>`;
  const xml =
    `<samlp:AuthnRequest xmlns:samlp="${saml.protocol}" xmlns:saml="${saml.assertion}"${attribute('ID', facts.id)} Version="2.0" IssueInstant="${instant(facts.now)}"` +
    `${attribute('Destination', ssoUrl)} ProtocolBinding="${saml.post}"${attribute('AssertionConsumerServiceURL', addresses.acsUrl)}>` +
    `<saml:Issuer>${escapeXml(addresses.entityId)}</saml:Issuer>${format}</samlp:AuthnRequest>`;
  return buildRedirect(ssoUrl, 'SAMLRequest', xml, facts.relayState, facts.signingKey);
}

export interface LogoutAnswerFacts {
  readonly id: string;
  readonly now: number;
  readonly inResponseTo: string;
  readonly relayState: string | undefined;
  readonly signingKey: string;
}

/** Address that carries a LogoutResponse of status Success; always signed (Profiles 4.4.4.2). */
export function buildLogoutAnswerUrl(addresses: Addresses, sloUrl: string, facts: LogoutAnswerFacts): string {
  const xml =
    `<samlp:LogoutResponse xmlns:samlp="${saml.protocol}" xmlns:saml="${saml.assertion}"${attribute('ID', facts.id)} Version="2.0" IssueInstant="${instant(facts.now)}"` +
    `${attribute('Destination', sloUrl)}${attribute('InResponseTo', facts.inResponseTo)}><saml:Issuer>${escapeXml(addresses.entityId)}</saml:Issuer>` +
    '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>';
  return buildRedirect(sloUrl, 'SAMLResponse', xml, facts.relayState, facts.signingKey);
}

/** The query in the order that its signature covers (Bindings 3.4.4.1). */
function buildRedirect(
  url: string,
  parameter: 'SAMLRequest' | 'SAMLResponse',
  xml: string,
  relayState: string | undefined,
  signingKey: string | undefined,
): string {
  const message = deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64');
  const state = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
  const query = `${parameter}=${encodeURIComponent(message)}${state}`;
  const base = `${url}${url.includes('?') ? '&' : '?'}`;
  if (signingKey === undefined) return base + query;
  const algorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  const signed = `${query}&SigAlg=${encodeURIComponent(algorithm)}`;
  const value = createSign('sha256').update(signed).sign(signingKey, 'base64');
  return `${base}${signed}&Signature=${encodeURIComponent(value)}`;
}
