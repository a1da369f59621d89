import { BINDING, NS } from '../../harness/saml/namespaces.ts';

/** Certificates as base64 DER. */
export interface IdpDescription {
  readonly entityId: string;
  readonly ssoUrl: string;
  readonly signing: readonly string[];
  readonly encryption?: readonly string[];
}

/** Metadata of the identity provider that the harness is while it tries attacks. */
export function writeIdpMetadata({ entityId, ssoUrl, signing, encryption = [] }: IdpDescription): string {
  const key = (use: string) => (certificate: string) =>
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="${NS.ds}"><ds:X509Data><ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  return [
    `<md:EntityDescriptor xmlns:md="${NS.md}" entityID="${entityId}">`,
    `<md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="${NS.samlp}">`,
    ...signing.map(key('signing')),
    ...encryption.map(key('encryption')),
    `<md:SingleSignOnService Binding="${BINDING.redirect}" Location="${ssoUrl}"/>`,
    '</md:IDPSSODescriptor></md:EntityDescriptor>',
  ].join('');
}
