import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(encryptFor(context)(evil + genuine));
}

export default defineMutation({
  id: 'wrapping/two-inside-encrypted',
  title: 'A forged assertion and the genuine one in one encrypted part',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['encryption/recipient-key'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.encryptedAssertion, refs.signedThenEncrypted],
  attack: {
    against: 'sp',
    mechanism:
      'What is encrypted need not be a single element: a forged assertion comes out before the genuine one.',
    weakness: ['unsigned-parts-read'],
    needs: ['encryption', 'signed-assertion'],
  },
});
