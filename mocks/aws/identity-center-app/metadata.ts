import type { SigningKey } from '../../core/keys.ts';
import { attribute, saml } from '../../core/saml/write-xml.ts';
import type { ApplicationAddresses } from './addresses.ts';

const persistent = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

/** Metadata of one application as AWS's was seen: one certificate, one NameID format, the same address thrice. */
export function buildMetadata({ entityId, logoutUrl }: ApplicationAddresses, key: SigningKey): string {
  const services = (local: string, url: string) =>
    [saml.post, saml.redirect].map(
      (binding) => `<md:${local}${attribute('Binding', binding)}${attribute('Location', url)}/>`,
    );
  return [
    `<?xml version="1.0" encoding="UTF-8"?><md:EntityDescriptor xmlns:md="${saml.metadata}"${attribute('entityID', entityId)}>`,
    `<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${saml.protocol}">`,
    `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="${saml.signature}"><ds:X509Data>`,
    `<ds:X509Certificate>${key.certificateDer}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
    ...services('SingleLogoutService', logoutUrl),
    `<md:NameIDFormat>${persistent}</md:NameIDFormat>`,
    ...services('SingleSignOnService', entityId),
    '</md:IDPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}
