import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(encryptFor(context)(evil) + genuine);
}

export default defineMutation({
  id: 'wrapping/encrypted-first',
  title: 'A forged encrypted assertion before the signed one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['encryption/recipient-key', 'response/one-assertion'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.encryptedAssertion],
  attack: {
    against: 'sp',
    mechanism:
      'As with the encrypted one last, for readers that take the first assertion once all are decrypted.',
    weakness: ['encrypted-read-unverified'],
    needs: ['encryption', 'signed-assertion'],
  },
});
