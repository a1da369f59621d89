import type { MutationContext } from '../../model/mutation.ts';
import { elementText, setAttribute, setText } from '../kit/edit.ts';
import { freshId } from '../kit/forge.ts';
import { removeSignatures } from '../kit/sign-response.ts';

/** ID of a forged assertion: another one for each message, since a target may remember those that it saw. */
export function forgedId(xml: string): string {
  return freshId(xml, 'forged assertion');
}

/** A copy of the message's assertion about the victim: no signature, another ID. Its prefixes are the message's. */
export function forgeAssertion(xml: string, { victim }: MutationContext, id = forgedId(xml)): string {
  const named = setText(removeSignatures(xml), 'Response/Assertion/Subject/NameID', victim.nameId);
  return elementText(setAttribute(named, 'Response/Assertion', 'ID', id), 'Response/Assertion');
}
