import { createSign } from 'node:crypto';
import { ALG, BINDING, NAMEID, NS } from '../../saml/namespaces.ts';
import { alice, type GenuineFacts, instant, names, type SigningPair } from './genuine-facts.ts';
import { encodeRedirect } from './redirect.ts';

/** Metadata of the identity provider. */
export function buildIdpMetadata({ keys }: GenuineFacts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${NS.md}" xmlns:ds="${NS.ds}" entityID="${names.idpEntityId}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${NS.samlp}">
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>${keys.idp.certificateDer}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>
    <md:NameIDFormat>${NAMEID.emailAddress}</md:NameIDFormat>
    <md:SingleSignOnService Binding="${BINDING.redirect}" Location="${names.ssoUrl}"/>
    <md:SingleSignOnService Binding="${BINDING.post}" Location="${names.ssoUrl}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}

/**
 * Metadata of the service provider, without prefixes, as Identity Center's. A signed Response alone would not be what
 * WantAssertionsSigned asks for (saml-metadata 2.4.4, errata E7).
 */
export function buildSpMetadata({ keys, signRequests = false, signed = 'assertion' }: GenuineFacts): string {
  const key = signRequests
    ? `<KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${keys.sp.certificateDer}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`
    : '';
  return (
    `<EntityDescriptor entityID="${names.spEntityId}" xmlns="${NS.md}" xmlns:assertion="${NS.saml}" xmlns:ds="${NS.ds}">` +
    `<SPSSODescriptor AuthnRequestsSigned="${signRequests}" WantAssertionsSigned="${signed !== 'response'}" protocolSupportEnumeration="${NS.samlp}">` +
    `${key}<NameIDFormat>${NAMEID.emailAddress}</NameIDFormat>` +
    `<AssertionConsumerService index="0" Binding="${BINDING.post}" Location="${names.acsUrl}" isDefault="true"></AssertionConsumerService>` +
    `</SPSSODescriptor></EntityDescriptor>`
  );
}

export function buildRequest({ requestId, at }: GenuineFacts): string {
  return (
    `<samlp:AuthnRequest xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="${requestId}" Version="2.0" ` +
    `IssueInstant="${instant(at.requested)}" Destination="${names.ssoUrl}" ForceAuthn="false" IsPassive="false" ` +
    `ProtocolBinding="${BINDING.post}" AssertionConsumerServiceURL="${names.acsUrl}">` +
    `<saml:Issuer>${names.spEntityId}</saml:Issuer><samlp:NameIDPolicy Format="${NAMEID.emailAddress}"/></samlp:AuthnRequest>`
  );
}

/** Address that carries the request; its query string is signed when the facts say so. */
export function buildRequestUrl(facts: GenuineFacts, xml: string): string {
  const url = `${names.ssoUrl}?SAMLRequest=${encodeURIComponent(encodeRedirect(xml))}&RelayState=${encodeURIComponent(facts.relayState)}`;
  return facts.signRequests === true ? signQuery(url, facts.keys.sp) : url;
}

/** Signs the query string as it stands (SAML Bindings 3.4.4.1). */
export function signQuery(url: string, key: SigningPair): string {
  const signed = `${url}&SigAlg=${encodeURIComponent(ALG.rsaSha256)}`;
  const query = signed.slice(signed.indexOf('?') + 1);
  const signature = createSign('sha256').update(query).sign(key.privateKeyPem, 'base64');
  return `${signed}&Signature=${encodeURIComponent(signature)}`;
}

/** The Response before it is signed. */
export function buildResponse(facts: GenuineFacts): string {
  const { responseId, assertionId, sessionIndex, at } = facts;
  const issued = instant(at.issued);
  const until = instant(at.issued + 300_000);
  const answers = facts.initiatedBy === 'sp' ? ` InResponseTo="${facts.requestId}"` : '';
  const attributes = [
    ['email', alice.email],
    ['first_name', alice.givenName],
    ['last_name', alice.familyName],
  ].map(
    ([name, value]) =>
      `<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">` +
      `<saml:AttributeValue xsi:type="xs:string">${value}</saml:AttributeValue></saml:Attribute>`,
  );
  return [
    `<samlp:Response xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="${responseId}" Version="2.0" `,
    `IssueInstant="${issued}" Destination="${names.acsUrl}"${answers}><saml:Issuer>${names.idpEntityId}</saml:Issuer>`,
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>`,
    `<saml:Assertion xmlns:saml="${NS.saml}" xmlns:xs="${NS.xs}" xmlns:xsi="${NS.xsi}" ID="${assertionId}" Version="2.0" IssueInstant="${issued}">`,
    `<saml:Issuer>${names.idpEntityId}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="${NAMEID.emailAddress}">${alice.userName}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">`,
    `<saml:SubjectConfirmationData${answers} NotOnOrAfter="${until}" Recipient="${names.acsUrl}"/>`,
    `</saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${instant(at.issued - 30_000)}" NotOnOrAfter="${until}">`,
    `<saml:AudienceRestriction><saml:Audience>${names.spEntityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${instant(at.approved)}" SessionIndex="${sessionIndex}" SessionNotOnOrAfter="${instant(at.approved + 8 * 3_600_000)}">`,
    `<saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract</saml:AuthnContextClassRef></saml:AuthnContext>`,
    `</saml:AuthnStatement><saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`,
    `</saml:Assertion></samlp:Response>`,
  ].join('');
}
