import { attributeName } from '../../aws/saml-attributes.ts';
import { supportedNameIdFormats } from '../../aws/subject.ts';
import { ATTRNAME, BINDING, NAMEID, NS } from '../../saml/namespaces.ts';
import { escapeXml } from './edit.ts';
import { alice, type GenuineFacts, instant, names } from './genuine-facts.ts';
import { iamAttributes, iamNames } from './genuine-iam-facts.ts';

/** Metadata of AWS sign-in as a service provider, which AWS publishes at /static/saml-metadata.xml. */
export function buildSignInMetadata({ signed = 'assertion' }: GenuineFacts): string {
  const formats = supportedNameIdFormats.map((format) => `<NameIDFormat>${format}</NameIDFormat>`);
  const requested = (['role', 'roleSessionName'] as const).map(
    (attribute) => `<RequestedAttribute isRequired="true" Name="${attributeName(attribute)}"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8"?>\n<EntityDescriptor xmlns="${NS.md}" entityID="${iamNames.entityId}">`,
    `<SPSSODescriptor WantAssertionsSigned="${signed !== 'response'}" protocolSupportEnumeration="${NS.samlp}">`,
    ...formats,
    `<AssertionConsumerService index="1" isDefault="true" Binding="${BINDING.post}" Location="${iamNames.signInUrl}"/>`,
    `<AttributeConsumingService index="1"><ServiceName xml:lang="en">AWS Management Console Single Sign-On</ServiceName>`,
    ...requested,
    `</AttributeConsumingService></SPSSODescriptor></EntityDescriptor>\n`,
  ].join('');
}

/** The Response that leads into IAM roles, before it is signed. Nobody asked for it: AWS sends no requests. */
export function buildIamResponse({ responseId, assertionId, sessionIndex, at }: GenuineFacts): string {
  const issued = instant(at.issued);
  const until = instant(at.issued + 300_000);
  return [
    `<samlp:Response xmlns:samlp="${NS.samlp}" xmlns:saml="${NS.saml}" ID="${responseId}" Version="2.0" `,
    `IssueInstant="${issued}" Destination="${iamNames.signInUrl}"><saml:Issuer>${names.idpEntityId}</saml:Issuer>`,
    `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>`,
    `<saml:Assertion xmlns:saml="${NS.saml}" xmlns:xs="${NS.xs}" xmlns:xsi="${NS.xsi}" ID="${assertionId}" Version="2.0" IssueInstant="${issued}">`,
    `<saml:Issuer>${names.idpEntityId}</saml:Issuer>`,
    `<saml:Subject><saml:NameID Format="${NAMEID.emailAddress}">${alice.userName}</saml:NameID>`,
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">`,
    `<saml:SubjectConfirmationData NotOnOrAfter="${until}" Recipient="${iamNames.signInUrl}"/>`,
    `</saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${instant(at.issued - 30_000)}" NotOnOrAfter="${until}">`,
    `<saml:AudienceRestriction><saml:Audience>${iamNames.entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${instant(at.approved)}" SessionIndex="${sessionIndex}" SessionNotOnOrAfter="${instant(at.approved + 8 * 3_600_000)}">`,
    `<saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract</saml:AuthnContextClassRef></saml:AuthnContext>`,
    `</saml:AuthnStatement><saml:AttributeStatement>`,
    ...iamAttributes.map(([name, values]) => attributeXml(name, values)),
    `</saml:AttributeStatement></saml:Assertion></samlp:Response>`,
  ].join('');
}

/** An Attribute with plain text values, its name a URI. The prefix `saml` must be bound where it is put. */
export function attributeXml(name: string, values: readonly string[], format: string = ATTRNAME.uri): string {
  const inner = values.map((value) => `<saml:AttributeValue>${escapeXml(value)}</saml:AttributeValue>`);
  return `<saml:Attribute Name="${escapeXml(name)}" NameFormat="${format}">${inner.join('')}</saml:Attribute>`;
}
