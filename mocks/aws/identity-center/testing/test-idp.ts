import { SignedXml } from 'xml-crypto';
import { createSigningKey, type SigningKey } from '../../../core/keys.ts';

/** Facts of a response; each test changes one. */
export interface ResponseFacts {
  readonly now: number;
  readonly responseId: string;
  readonly assertionId: string;
  readonly inResponseTo: string | undefined;
  readonly destination: string;
  readonly recipient: string;
  readonly audience: string;
  readonly issuer: string;
  readonly nameId: string;
  readonly nameIdFormat: string;
  readonly status: string;
  readonly attributes: string;
}

export const idpEntityId = 'https://idp.example/saml';
export const ssoUrl = 'https://idp.example/saml/sso';
export const entityId = 'https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890';
export const acsUrl =
  'https://us-east-1.signin.aws.amazon.com/platform/saml/acs/6f1c9f0e-3b5a-4d5e-9a0b-2c1d7e8f9a10';
export const emailFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** RSA keys take a while: one pair serves a whole test file. */
export function createTestKey(commonName: string, now: number): Promise<SigningKey> {
  const day = 86_400_000;
  return createSigningKey({
    commonName,
    notBefore: new Date(now - day),
    notAfter: new Date(now + 365 * day),
  });
}

export function metadataOf(certificates: readonly string[]): string {
  const keys = certificates.map(
    (der) =>
      `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${der}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
  );
  return `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${idpEntityId}"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${keys.join('')}<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${ssoUrl}"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
}

/** A response as a correct identity provider writes it, not signed yet. */
export function writeResponse(facts: ResponseFacts): string {
  const at = (minutes: number) => new Date(facts.now + minutes * 60_000).toISOString();
  const answers = facts.inResponseTo === undefined ? '' : ` InResponseTo="${facts.inResponseTo}"`;
  return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${facts.responseId}" Version="2.0" IssueInstant="${at(0)}" Destination="${facts.destination}"${answers}><saml:Issuer>${facts.issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${facts.status}"/></samlp:Status><saml:Assertion ID="${facts.assertionId}" Version="2.0" IssueInstant="${at(0)}"><saml:Issuer>${facts.issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${facts.nameIdFormat}">${facts.nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${at(5)}" Recipient="${facts.recipient}"${answers}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${at(-1)}" NotOnOrAfter="${at(5)}"><saml:AudienceRestriction><saml:Audience>${facts.audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="s1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>${facts.attributes}</saml:Assertion></samlp:Response>`;
}

export interface SignOptions {
  readonly key: SigningKey;
  readonly element: 'Assertion' | 'Response' | 'Subject';
  readonly signatureAlgorithm?: string;
  readonly digestAlgorithm?: string;
  readonly transforms?: readonly string[];
  readonly withoutKeyInfo?: boolean;
}

/** Puts an enveloped signature right after the element's Issuer. */
export function sign(xml: string, options: SignOptions): string {
  const signer = new SignedXml({
    privateKey: options.key.privateKeyPem,
    ...(options.withoutKeyInfo ? {} : { publicCert: options.key.certificatePem }),
    signatureAlgorithm: options.signatureAlgorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    getKeyInfoContent: options.withoutKeyInfo ? () => null : SignedXml.getKeyInfoContent,
  });
  const element = `//*[local-name(.)='${options.element}']`;
  signer.addReference({
    xpath: element,
    digestAlgorithm: options.digestAlgorithm ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: [
      ...(options.transforms ?? [
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/2001/10/xml-exc-c14n#',
      ]),
    ],
  });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: `${element}/*[local-name(.)='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}

export function encode(xml: string): string {
  return Buffer.from(xml, 'utf8').toString('base64');
}
