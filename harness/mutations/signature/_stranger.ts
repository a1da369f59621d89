import type { MutationContext } from '../../model/mutation.ts';
import { attributeOf, removeElement } from '../kit/edit.ts';

/** The assertion signed again by the stranger, whose certificate stands in KeyInfo. */
export function signByStranger(xml: string, { signAsStranger }: MutationContext): string {
  const unsigned = removeElement(xml, 'Response/Assertion/Signature');
  return signAsStranger(unsigned, attributeOf(unsigned, 'Response/Assertion', 'ID'));
}
