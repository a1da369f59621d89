import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { findIn, insertInto, rootOf } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { forgeResponse, signatureObject, standalone } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const outer = signedPaths(xml).at(-1) ?? 'Response';
  const forged = forgeResponse(xml, context);
  const root = rootOf(forged);
  const evil = standalone(forged, root, findIn(root, 'Assertion/Subject'));
  return insertInto(xml, `${outer}/Signature`, signatureObject(evil));
}

export default defineMutation({
  id: 'wrapping/evil-subject',
  title: 'A forged Subject in an Object of the genuine signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['signature/form'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.seeWhatIsSigned, refs.onlySignedIsSecure, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'As with a whole assertion: the first NameID of the signed element, at any depth, is the one in the Object of its signature.',
    weakness: ['unsigned-parts-read'],
  },
});
