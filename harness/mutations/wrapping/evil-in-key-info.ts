import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { findIn, insertInto, rootOf } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { forgeResponse, standalone } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const outer = signedPaths(xml).at(-1) ?? 'Response';
  const forged = forgeResponse(xml, context);
  const root = rootOf(forged);
  const evil = standalone(forged, root, findIn(root, 'Response/Assertion'));
  return insertInto(xml, `${outer}/Signature/KeyInfo`, evil);
}

export default defineMutation({
  id: 'wrapping/evil-in-key-info',
  title: 'A forged assertion in the KeyInfo of the genuine signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['signature/stray-messages'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.seeWhatIsSigned, refs.onlySignedIsSecure, refs.keyInfo],
  attack: {
    against: 'sp',
    mechanism:
      'KeyInfo is neither signed nor digested, and may hold elements of other namespaces: the forged assertion stands there, before the genuine names.',
    weakness: ['unsigned-parts-read'],
  },
});
