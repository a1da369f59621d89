import { NAMEID, NS, STATUS } from './namespaces.ts';

/** What a sample may differ in; plain and schema-valid without any. */
export interface SampleOptions {
  readonly responseId?: string;
  readonly assertionId?: string;
  readonly nameId?: string;
  /** In place of the one assertion. */
  readonly assertions?: string;
  /** White space put between the elements, to look like a pretty printer's. */
  readonly gap?: string;
}

/** Unsigned assertion for tests, declaring its own namespaces. */
export function sampleAssertion({
  assertionId = '_a1',
  nameId = 'ann@example.com',
  gap = '',
}: SampleOptions = {}) {
  return [
    `<saml:Assertion xmlns:saml="${NS.saml}" ID="${assertionId}" Version="2.0" IssueInstant="2026-03-01T10:00:00Z">`,
    '<saml:Issuer>https://idp.example</saml:Issuer>',
    `<saml:Subject><saml:NameID Format="${NAMEID.emailAddress}">${nameId}</saml:NameID>`,
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData',
    ' Recipient="https://sp.example/acs" NotOnOrAfter="2026-03-01T10:05:00Z" InResponseTo="_q1"/>',
    '</saml:SubjectConfirmation></saml:Subject>',
    '<saml:Conditions NotBefore="2026-03-01T09:59:00Z" NotOnOrAfter="2026-03-01T10:05:00Z"><saml:AudienceRestriction>',
    '<saml:Audience>https://sp.example</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
    '<saml:AuthnStatement AuthnInstant="2026-03-01T10:00:00Z" SessionIndex="_s1"><saml:AuthnContext>',
    '<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef>',
    '</saml:AuthnContext></saml:AuthnStatement>',
    '<saml:AttributeStatement><saml:Attribute Name="first_name"><saml:AttributeValue',
    ` xmlns:xs="${NS.xs}" xmlns:xsi="${NS.xsi}" xsi:type="xs:string">Änn</saml:AttributeValue>`,
    '</saml:Attribute></saml:AttributeStatement></saml:Assertion>',
  ].join(gap);
}

/** Unsigned Response for tests. */
export function sampleResponse(options: SampleOptions = {}): string {
  const { responseId = '_r1', gap = '' } = options;
  return [
    `<samlp:Response xmlns:samlp="${NS.samlp}" ID="${responseId}" Version="2.0" IssueInstant="2026-03-01T10:00:00Z"`,
    ' Destination="https://sp.example/acs" InResponseTo="_q1">',
    `<saml:Issuer xmlns:saml="${NS.saml}">https://idp.example</saml:Issuer>`,
    `<samlp:Status><samlp:StatusCode Value="${STATUS.success}"/></samlp:Status>`,
    options.assertions ?? sampleAssertion(options),
    '</samlp:Response>',
  ].join(gap);
}

/** Unsigned AuthnRequest for tests. */
export function sampleRequest(): string {
  return [
    `<samlp:AuthnRequest xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="_q1" Version="2.0"`,
    ' IssueInstant="2026-03-01T10:00:00Z" Destination="https://idp.example/sso" ForceAuthn="false"',
    ' AssertionConsumerServiceURL="https://sp.example/acs"',
    ' ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST">',
    '<saml:Issuer>https://sp.example</saml:Issuer>',
    `<samlp:NameIDPolicy Format="${NAMEID.emailAddress}" AllowCreate="true"/>`,
    '<samlp:RequestedAuthnContext Comparison="exact">',
    '<saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef>',
    '</samlp:RequestedAuthnContext></samlp:AuthnRequest>',
  ].join('');
}

/** Metadata of an identity provider for tests, with these certificates (base64 DER). */
export function sampleIdpMetadata(certificates: readonly { der: string; use?: string }[]): string {
  const keys = certificates.map(
    ({ der, use }) =>
      `<md:KeyDescriptor${use === undefined ? '' : ` use="${use}"`}><ds:KeyInfo xmlns:ds="${NS.ds}"><ds:X509Data>` +
      `<ds:X509Certificate>${der.replace(/.{76}/g, '$&\n')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  return [
    `<md:EntityDescriptor xmlns:md="${NS.md}" ID="_m1" entityID="https://idp.example" validUntil="2027-01-01T00:00:00Z">`,
    `<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${NS.samlp}">`,
    ...keys,
    '<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example/slo"/>',
    `<md:NameIDFormat>${NAMEID.emailAddress}</md:NameIDFormat>`,
    '<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://idp.example/sso"/>',
    '</md:IDPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}
