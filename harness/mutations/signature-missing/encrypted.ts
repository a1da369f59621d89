import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { findIn, replaceElement, rootOf } from '../kit/edit.ts';
import { forgeResponse, standalone } from '../kit/take-apart.ts';

function encryptForged(xml: string, context: MutationContext): string {
  const forged = forgeResponse(xml, context);
  const root = rootOf(forged);
  const assertion = standalone(forged, root, findIn(root, 'Response/Assertion'));
  return replaceElement(forged, 'Response/Assertion', () => encryptFor(context)(assertion));
}

export default defineMutation({
  id: 'signature-missing/encrypted',
  title: 'An encrypted assertion that nobody signed',
  stage: 'after-signing',
  change: { on: 'response', apply: encryptForged },
  breaks: ['encryption/recipient-key'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.encryptedAssertion, refs.eachAssertionSigned],
  cves: ['CVE-2026-2092'],
  attack: {
    against: 'sp',
    mechanism:
      'Whoever has the metadata of the service provider can encrypt for it: an assertion about the victim comes encrypted, and nothing is signed.',
    weakness: ['encryption-taken-for-signature'],
    needs: ['encryption'],
  },
});
