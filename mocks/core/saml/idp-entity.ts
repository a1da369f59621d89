import { loadSamlify } from '../samlify.ts';
import { ns } from './xml.ts';

export const redirectBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** What a service provider needs to know of an identity provider that it trusts. */
export interface TrustedIdp {
  readonly entityId: string;
  /** Address for AuthnRequests by HTTP-Redirect. */
  readonly ssoUrl: string;
  /** Base64 DER of every signing certificate; a signature by any of them counts. */
  readonly certificates: readonly string[];
}

export interface IdpEntityOptions {
  /** Base64 DER of the one certificate to verify with. */
  readonly certificate?: string;
  /** The library insists that it agrees with whether we sign; Identity Center does not ask the other side. */
  readonly wantsSignedRequests?: boolean;
}

/** The imported provider as the SAML library sees it, with one certificate at a time: it would use but the first. */
export function createIdpEntity(
  trust: TrustedIdp,
  { certificate, wantsSignedRequests = false }: IdpEntityOptions,
) {
  const { IdentityProvider } = loadSamlify();
  const key =
    certificate === undefined
      ? ''
      : `<KeyDescriptor use="signing"><KeyInfo xmlns="${ns.ds}"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
  const metadata =
    `<EntityDescriptor xmlns="${ns.md}" entityID="${escapeXml(trust.entityId)}">` +
    `<IDPSSODescriptor WantAuthnRequestsSigned="${wantsSignedRequests}" protocolSupportEnumeration="${ns.samlp}">${key}` +
    `<SingleSignOnService Binding="${redirectBinding}" Location="${escapeXml(trust.ssoUrl)}"/>` +
    '</IDPSSODescriptor></EntityDescriptor>';
  return IdentityProvider({ metadata });
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
