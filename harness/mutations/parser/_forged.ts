import type { MutationContext } from '../../model/mutation.ts';
import { elementText, setAttribute, setText } from '../kit/edit.ts';
import { removeSignatures } from '../kit/sign-response.ts';

/** ID of a forged assertion. */
export const forgedId = '_f0c9e8d7b6a594837261504f3e2d1c0b9a8f7e6d';

/** A copy of the message's assertion about the victim: no signature, another ID. Its prefixes are the message's. */
export function forgeAssertion(xml: string, { victim }: MutationContext, id = forgedId): string {
  const named = setText(removeSignatures(xml), 'Response/Assertion/Subject/NameID', victim.nameId);
  return elementText(setAttribute(named, 'Response/Assertion', 'ID', id), 'Response/Assertion');
}
