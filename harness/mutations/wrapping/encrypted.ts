import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(genuine + encryptFor(context)(evil));
}

export default defineMutation({
  id: 'wrapping/encrypted',
  title: 'A forged encrypted assertion after the signed one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['encryption/recipient-key', 'response/one-assertion'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.encryptedAssertion],
  attack: {
    against: 'sp',
    mechanism:
      'Anybody can encrypt for the service provider. The signed assertion in plain text is verified; the encrypted one is read, because it comes decrypted last.',
    weakness: ['encrypted-read-unverified'],
    needs: ['encryption', 'signed-assertion'],
  },
});
