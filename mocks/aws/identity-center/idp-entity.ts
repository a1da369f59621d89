import { loadSamlify } from '../../core/samlify.ts';
import { redirectBinding, type Trust } from './trust.ts';
import { ns } from './xml.ts';

export interface IdpEntityOptions {
  /** Base64 DER of the one certificate to verify with. */
  readonly certificate?: string;
  /** The library insists that it agrees with whether we sign; Identity Center does not ask the other side. */
  readonly wantsSignedRequests?: boolean;
}

/** The imported provider as the SAML library sees it, with one certificate at a time: it would use but the first. */
export function createIdpEntity(
  trust: Trust,
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
