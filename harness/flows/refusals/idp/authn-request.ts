import { createSign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { ALG, BINDING, NS } from '../../../saml/namespaces.ts';
import { escapeXml } from '../escape-xml.ts';
import type { IdpTarget } from './idp-target.ts';

/** An AuthnRequest as the harness sends it, before its query is made. */
export interface AuthnRequest {
  readonly xml: string;
  readonly relayState: string;
}

export function writeAuthnRequest({ ssoUrl, sp }: IdpTarget, id: string, now: number): string {
  return [
    `<samlp:AuthnRequest xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="${id}" Version="2.0" `,
    `IssueInstant="${new Date(now).toISOString()}" Destination="${escapeXml(ssoUrl)}" `,
    `ProtocolBinding="${BINDING.post}" AssertionConsumerServiceURL="${escapeXml(sp.acsUrl)}">`,
    `<saml:Issuer>${escapeXml(sp.entityId)}</saml:Issuer>`,
    `<samlp:NameIDPolicy Format="${escapeXml(sp.nameIdFormat)}"/></samlp:AuthnRequest>`,
  ].join('');
}

/** The address that carries a request by HTTP-Redirect; signed when the service provider has a key (Bindings 3.4.4.1). */
export function requestUrl({ ssoUrl, sp }: IdpTarget, { xml, relayState }: AuthnRequest): string {
  const message = deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64');
  const query = `SAMLRequest=${encodeURIComponent(message)}&RelayState=${encodeURIComponent(relayState)}`;
  const start = `${ssoUrl}${ssoUrl.includes('?') ? '&' : '?'}`;
  if (sp.key === undefined) return start + query;
  const signed = `${query}&SigAlg=${encodeURIComponent(ALG.rsaSha256)}`;
  const value = createSign('sha256').update(signed).sign(sp.key.privateKeyPem, 'base64');
  return `${start}${signed}&Signature=${encodeURIComponent(value)}`;
}
