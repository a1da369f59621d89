import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { earlierOf } from '../kit/attack-tools.ts';
import { findIn, rootOf } from '../kit/edit.ts';
import { insertSignature, signedPaths } from '../kit/forge.ts';
import { forgeResponse, standalone } from '../kit/take-apart.ts';

function lift(xml: string, context: MutationContext): string {
  const earlier = earlierOf(context);
  const root = rootOf(earlier);
  return signedPaths(earlier).reduce(
    (text, path) => {
      const signature = standalone(earlier, root, findIn(root, `${path}/Signature`));
      return insertSignature(text, path, signature);
    },
    forgeResponse(xml, context),
  );
}

export default defineMutation({
  id: 'wrapping/signature-of-other-response',
  title: 'The signature of an earlier message in a forged one',
  stage: 'after-signing',
  change: { on: 'response', apply: lift },
  breaks: ['attributes/value', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.validateReference],
  cves: ['CVE-2025-47949'],
  attack: {
    against: 'sp',
    mechanism:
      'A signature block that the identity provider made for an earlier message stands in a forged one. Its SignedInfo verifies; what it refers to is not there.',
    weakness: ['signature-not-bound-to-message'],
  },
});
