import type { MutationContext } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { freshId } from '../kit/forge.ts';

/** Metadata as the identity provider publishes it, signed, without its keys and addresses. */
export function signedMetadata(xml: string, { idpEntityId, forgeSignature }: MutationContext): string {
  const id = freshId(xml, 'metadata');
  const descriptor =
    `<md:EntityDescriptor xmlns:md="${NS.md}" ID="${id}" entityID="${idpEntityId}">` +
    `<md:IDPSSODescriptor protocolSupportEnumeration="${NS.samlp}"/></md:EntityDescriptor>`;
  return forgeSignature(descriptor, id, { as: 'idp' });
}
