import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { encryptFor } from '../kit/attack-tools.ts';
import { afterIssuer, insideSignature, signatureObject, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const wrapped = afterIssuer(evil, insideSignature(signature, signatureObject(unsigned)));
  return put(encryptFor(context)(wrapped));
}

export default defineMutation({
  id: 'wrapping/wrapped-inside-encrypted',
  title: 'An encrypted assertion that is forged, with the genuine one in an Object of its signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['encryption/recipient-key'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.signedThenEncrypted, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'As XSW8, but encrypted, so that what looks at the message before it is decrypted sees nothing of it.',
    weakness: ['any-signature-counts'],
    needs: ['encryption', 'signed-assertion'],
  },
});
