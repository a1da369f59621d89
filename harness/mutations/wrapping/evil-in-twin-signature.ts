import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { elementText, findIn, insertFirst, rootOf } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';
import { forgeResponse, standalone } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const outer = signedPaths(xml).at(-1) ?? 'Response';
  const forged = forgeResponse(xml, context);
  const root = rootOf(forged);
  const subject = standalone(forged, root, findIn(root, 'Assertion/Subject'));
  const value = elementText(xml, `${outer}/Signature/SignatureValue`);
  const twin = `<ds:Signature xmlns:ds="${NS.ds}">${value}${subject}</ds:Signature>`;
  return insertFirst(xml, 'Response/Assertion/Subject', twin);
}

export default defineMutation({
  id: 'wrapping/evil-in-twin-signature',
  title: 'A forged Subject in a second Signature with the same value',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'algorithms/canonicalization',
    'algorithms/public-key',
    'response/schema',
    'signature/form',
    'signature/placement',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.seeWhatIsSigned, refs.onlySignedIsSecure],
  attack: {
    against: 'sp',
    mechanism:
      'Some verifiers take every Signature with the same SignatureValue out of what they digest, not the one that they verify. A second one, with that value and a forged Subject in it, stands in the genuine Subject and leaves the digest as it was.',
    weakness: ['every-signature-removed', 'unsigned-parts-read'],
  },
});
