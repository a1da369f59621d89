import type { SigningKey } from '../core/keys.ts';
import { escapeXml, saml } from '../core/saml/write-xml.ts';

export interface MetadataFacts {
  readonly entityId: string;
  readonly ssoUrl: string;
  /** In the order in which they are published. */
  readonly keys: readonly SigningKey[];
  readonly nameIdFormats: readonly string[];
  readonly wantRequestsSigned: boolean;
}

/** Metadata of the tenant: saml-metadata 2.4.3, elements in the order of its schema. */
export function buildMetadata(facts: MetadataFacts): string {
  const keys = facts.keys.map(
    (key) => `
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo>
        <ds:X509Data>
          <ds:X509Certificate>${key.certificateDer}</ds:X509Certificate>
        </ds:X509Data>
      </ds:KeyInfo>
    </md:KeyDescriptor>`,
  );
  const formats = facts.nameIdFormats.map(
    (format) => `
    <md:NameIDFormat>${escapeXml(format)}</md:NameIDFormat>`,
  );
  const services = [saml.redirect, saml.post].map(
    (binding) => `
    <md:SingleSignOnService Binding="${binding}" Location="${escapeXml(facts.ssoUrl)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:EntityDescriptor xmlns:md="${saml.metadata}" xmlns:ds="${saml.signature}" entityID="${escapeXml(facts.entityId)}">
  <md:IDPSSODescriptor WantAuthnRequestsSigned="${facts.wantRequestsSigned}" protocolSupportEnumeration="${saml.protocol}">${keys.join('')}${formats.join('')}${services.join('')}
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
`;
}
