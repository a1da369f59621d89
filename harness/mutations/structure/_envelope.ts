import { NS } from '../../saml/namespaces.ts';
import { EditError, insertBefore, removeElement } from '../kit/edit.ts';

/** The message without the Response's own signature, which anyone can take off who changes what is round an assertion. */
export function openEnvelope(xml: string): string {
  try {
    return removeElement(xml, 'Response/Signature');
  } catch (error) {
    if (error instanceof EditError) return xml;
    throw error;
  }
}

/** Puts a fragment where nothing is signed but by the Response: into its Extensions. */
export function intoExtensions(xml: string, fragment: string): string {
  return insertBefore(
    openEnvelope(xml),
    'Response/Status',
    `<samlp:Extensions xmlns:samlp="${NS.samlp}">${fragment}</samlp:Extensions>`,
  );
}
