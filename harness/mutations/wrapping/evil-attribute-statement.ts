import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { findIn, insertInto, rootOf } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { forgeResponse, signatureObject, standalone } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const outer = signedPaths(xml).at(-1) ?? 'Response';
  const forged = forgeResponse(xml, context);
  const root = rootOf(forged);
  const evil = standalone(forged, root, findIn(root, 'Assertion/AttributeStatement'));
  return insertInto(xml, `${outer}/Signature`, signatureObject(evil));
}

export default defineMutation({
  id: 'wrapping/evil-attribute-statement',
  title: 'Forged attributes in an Object of the genuine signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['signature/form'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.seeWhatIsSigned, refs.onlySignedIsSecure, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'The NameID is the attacker’s own. An AttributeStatement of the victim’s values stands in the Object of the signature, before the signed one, for readers that collect attributes at any depth.',
    weakness: ['unsigned-parts-read', 'attributes-name-the-user'],
  },
});
