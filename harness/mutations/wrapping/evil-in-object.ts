import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { findIn, insertInto, rootOf } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { forgeResponse, signatureObject, standalone } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const outer = signedPaths(xml).at(-1) ?? 'Response';
  const forged = forgeResponse(xml, context);
  const root = rootOf(forged);
  const evil = standalone(forged, root, findIn(root, 'Response/Assertion'));
  return insertInto(xml, `${outer}/Signature`, signatureObject(evil));
}

export default defineMutation({
  id: 'wrapping/evil-in-object',
  title: 'A forged assertion in an Object of the genuine signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['signature/form', 'signature/stray-messages'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.seeWhatIsSigned, refs.onlySignedIsSecure, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'The enveloped-signature transform takes the whole signature out of what is digested, with all that is in it: a forged assertion in its Object leaves it good, and stands before the genuine names.',
    weakness: ['unsigned-parts-read'],
  },
});
