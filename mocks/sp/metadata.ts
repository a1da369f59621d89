import type { SigningKey } from '../core/keys.ts';
import { attribute, escapeXml, saml } from '../core/saml/write-xml.ts';
import type { Addresses, Settings } from './config.ts';

export interface SpKeys {
  /** Signs requests and logout answers. */
  readonly signing: SigningKey;
  /** Opens encrypted assertions. */
  readonly encryption: SigningKey;
}

const encryptionMethods = [
  'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  'http://www.w3.org/2009/xmlenc11#aes128-gcm',
  'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
];

/** Metadata of the service provider: saml-metadata 2.4.4, elements in the order of its schema. */
export function buildMetadata(
  { entityId, acsUrl, sloUrl }: Addresses,
  settings: Settings,
  keys: SpKeys,
): string {
  const methods = encryptionMethods.map((one) => `<md:EncryptionMethod Algorithm="${one}"/>`).join('');
  const format =
    settings.nameIdFormat === null
      ? ''
      : `<md:NameIDFormat>${escapeXml(settings.nameIdFormat)}</md:NameIDFormat>`;
  return [
    `<md:EntityDescriptor xmlns:md="${saml.metadata}" xmlns:ds="${saml.signature}"${attribute('entityID', entityId)}>`,
    `<md:SPSSODescriptor AuthnRequestsSigned="${settings.signRequests}" WantAssertionsSigned="${settings.wantAssertionsSigned}" protocolSupportEnumeration="${saml.protocol}">`,
    keyDescriptor('signing', keys.signing),
    keyDescriptor('encryption', keys.encryption, methods),
    ...[saml.redirect, saml.post].map(
      (binding) => `<md:SingleLogoutService Binding="${binding}"${attribute('Location', sloUrl)}/>`,
    ),
    format,
    `<md:AssertionConsumerService Binding="${saml.post}"${attribute('Location', acsUrl)} index="0" isDefault="true"/>`,
    '</md:SPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}

function keyDescriptor(use: string, { certificateDer }: SigningKey, methods = ''): string {
  return `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${certificateDer}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${methods}</md:KeyDescriptor>`;
}
