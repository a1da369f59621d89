import type { SigningKey } from '../core/keys.ts';
import { saml } from '../core/saml/write-xml.ts';
import { loadSamlify } from '../core/samlify.ts';
import type { Application } from './config.ts';
import { buildMetadata } from './metadata.ts';

const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

export interface Signer {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly key: SigningKey;
}

export interface UnsignedMessage {
  readonly id: string;
  readonly xml: string;
}

/** Which elements of a message are to be signed. */
export interface Signing {
  readonly assertion: boolean;
  readonly response: boolean;
}

/**
 * Issues a message by samlify's `createLoginResponse`, signed as asked: rsa-sha256, sha256 digests, exclusive
 * canonicalization, each Signature right after its Issuer.
 * @returns the signed XML
 */
export async function issue(
  message: UnsignedMessage,
  signer: Signer,
  application: Application,
  signing: Signing,
): Promise<string> {
  // samlify signs the Response when the assertion is not to be signed; a wholly unsigned message it cannot make.
  if (!signing.assertion && !signing.response) return message.xml;
  const { IdentityProvider, ServiceProvider } = loadSamlify();
  const idp = IdentityProvider({
    metadata: buildMetadata({
      entityId: signer.entityId,
      ssoUrl: signer.ssoUrl,
      keys: [signer.key],
      nameIdFormats: [],
      wantRequestsSigned: false,
    }),
    privateKey: signer.key.privateKeyPem,
    requestSignatureAlgorithm: rsaSha256,
  });
  const sp = ServiceProvider({
    entityID: application.entityId,
    wantAssertionsSigned: signing.assertion,
    wantMessageSigned: signing.response,
    assertionConsumerService: [{ Binding: saml.post, Location: application.acsUrl }],
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

/** How an application wants its logins signed. */
export function signingOf(application: Application): Signing {
  return { assertion: application.signAssertion, response: application.signResponse };
}
