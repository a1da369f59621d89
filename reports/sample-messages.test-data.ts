const base64 = 'MIIDazCCAlOgAwIBAgIUJx0Yx1pQ3Wl9uT5oVnB4Rr8kq2cwDQYJKoZIhvcNAQELBQAwRTELMAkGA1UEBhMC'.repeat(
  6,
);
const acs = 'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10';

/** A Response as it travels: all on one line, the assertion signed. */
export const responseXml = [
  `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_1f2e3d4c5b6a79880716253443526170" Version="2.0" IssueInstant="2030-01-31T09:00:03.120Z" Destination="${acs}" InResponseTo="_a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5">`,
  '<saml:Issuer>https://acme.1kosmos.net/saml</saml:Issuer>',
  '<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>',
  '<saml:Assertion ID="_77aa66bb55cc44dd33ee22ff11001122" Version="2.0" IssueInstant="2030-01-31T09:00:03.120Z">',
  '<saml:Issuer>https://acme.1kosmos.net/saml</saml:Issuer>',
  '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/><ds:Reference URI="#_77aa66bb55cc44dd33ee22ff11001122"><ds:DigestValue>q0cXv1m1b6l0Yw5rYw2m0dQ0H7v1n3sVxX9h6mC5d2E=</ds:DigestValue></ds:Reference></ds:SignedInfo>',
  `<ds:SignatureValue>${base64}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`,
  '<saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_9f2c41d07a</saml:NameID>',
  `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData InResponseTo="_a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5" NotOnOrAfter="2030-01-31T09:05:03.120Z" Recipient="${acs}"/></saml:SubjectConfirmation></saml:Subject>`,
  '<saml:Conditions NotBefore="2030-01-31T08:59:33.120Z" NotOnOrAfter="2030-01-31T09:05:03.120Z"><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions>',
  '<saml:AuthnStatement AuthnInstant="2030-01-31T09:00:02.900Z" SessionIndex="_s1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>',
  '<saml:AttributeStatement><saml:Attribute Name="first_name"><saml:AttributeValue>Alice</saml:AttributeValue></saml:Attribute><saml:Attribute Name="last_name"><saml:AttributeValue>Wong</saml:AttributeValue></saml:Attribute><saml:Attribute Name="email"><saml:AttributeValue>alice.wong@example.com</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
  '</saml:Assertion></samlp:Response>',
].join('');

/** Metadata as it is downloaded: over several lines. */
export const spMetadataXml = `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890">
  <md:SPSSODescriptor WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</md:NameIDFormat>
    <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${acs}" index="0" isDefault="true"/>
  </md:SPSSODescriptor>
</md:EntityDescriptor>
`;
