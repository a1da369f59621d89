import type { SigningKey } from '../../core/keys.ts';
import { saml } from '../../core/saml/write-xml.ts';
import { loadSamlify } from '../../core/samlify.ts';
import type { Application } from './applications.ts';
import { buildMetadata } from './metadata.ts';

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** Signs a Response as AWS does: the Response itself, rsa-sha256, exclusive canonicalization. @returns the XML */
export async function signResponse(
  message: { readonly id: string; readonly xml: string },
  { addresses, setup }: Application,
  key: SigningKey,
): Promise<string> {
  const { IdentityProvider, ServiceProvider } = loadSamlify();
  const idp = IdentityProvider({
    metadata: buildMetadata(addresses, key),
    privateKey: key.privateKeyPem,
    requestSignatureAlgorithm: rsaSha256,
  });
  const sp = ServiceProvider({
    entityID: setup.audience,
    wantAssertionsSigned: false,
    wantMessageSigned: true,
    assertionConsumerService: [{ Binding: saml.post, Location: setup.acsUrl }],
  });
  const issued = await idp.createLoginResponse(
    sp,
    { extract: {} },
    'post',
    {},
    { customTagReplacement: () => ({ id: message.id, context: message.xml }) },
  );
  return Buffer.from(issued.context, 'base64').toString('utf8');
}
