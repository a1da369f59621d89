import { SignedXml } from 'xml-crypto';
import { createSigningKey, type SigningKey } from '../../core/keys.ts';
import { idpEntityId, metadataOf } from '../identity-center/testing/test-idp.ts';

const day = 86_400_000;

/** RSA keys take a while: a few serve a whole test file. */
export function createTestKey(commonName: string, now: number): Promise<SigningKey> {
  return createSigningKey({
    commonName,
    notBefore: new Date(now - day),
    notAfter: new Date(now + 365 * day),
  });
}

/** Metadata of an identity provider with these signing certificates (base64 DER). */
export function metadataFor(entityId: string, certificates: readonly string[]): string {
  return metadataOf(certificates).replace(idpEntityId, entityId);
}

/** An enveloped signature right after the element's Issuer, or in front where it has none. */
export function signXml(xml: string, element: 'Assertion' | 'Response', key: SigningKey): string {
  const signer = new SignedXml({
    privateKey: key.privateKeyPem,
    publicCert: key.certificatePem,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  });
  const target = element === 'Response' ? '/*' : `/*/*[local-name(.)='Assertion']`;
  signer.addReference({
    xpath: target,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ],
  });
  const hasIssuer = new RegExp(`<\\w+:${element}[^>]*><saml:Issuer>`).test(xml);
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: hasIssuer
      ? { reference: `${target}/*[local-name(.)='Issuer']`, action: 'after' }
      : { reference: target, action: 'prepend' },
  });
  return signer.getSignedXml();
}

export function encode(xml: string): string {
  return Buffer.from(xml, 'utf8').toString('base64');
}
