import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(evil + encryptFor(context)(genuine));
}

export default defineMutation({
  id: 'wrapping/signed-inside-encrypted',
  title: 'The signed assertion encrypted, a forged one in plain text before it',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'encryption/recipient-key',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/presence',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.signedThenEncrypted],
  attack: {
    against: 'sp',
    mechanism:
      'The signature verifies once the genuine assertion is decrypted; the forged one, in plain text, is read.',
    weakness: ['unsigned-parts-read'],
    needs: ['encryption', 'signed-assertion'],
  },
});
