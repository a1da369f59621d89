import { IdentityProvider, SamlLib, ServiceProvider } from 'samlify';
import { metadataOf } from '../identity-center/testing/test-idp.ts';

/** Encrypts the assertion of a Response for a certificate, by the SAML library; the double opens it by its own code. */
export async function encrypt(
  xml: string,
  certificateDer: string,
  dataAlgorithm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
  keyAlgorithm = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
): Promise<string> {
  const idp = IdentityProvider({ metadata: metadataOf([certificateDer]), isAssertionEncrypted: true });
  const setting = {
    ...idp.entitySetting,
    dataEncryptionAlgorithm: dataAlgorithm,
    keyEncryptionAlgorithm: keyAlgorithm,
  };
  const sp = ServiceProvider({
    entityID: 'urn:amazon:webservices',
    encryptCert: certificateDer,
    assertionConsumerService: [
      {
        Binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
        Location: 'https://signin.aws.amazon.com/saml',
      },
    ],
  });
  const encoded = await SamlLib.encryptAssertion(
    { entityMeta: idp.entityMeta, entitySetting: setting },
    sp,
    xml,
  );
  return Buffer.from(encoded, 'base64').toString('utf8');
}
