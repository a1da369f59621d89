import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { afterIssuer, insideSignature, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  return put(afterIssuer(evil, insideSignature(signature, unsigned)));
}

export default defineMutation({
  id: 'wrapping/xsw6',
  title: 'XSW6: the forged assertion carries the signature, and the genuine one is inside it',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/schema',
    'signature/form',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'The genuine signature stands in the forged assertion, and the genuine assertion is a child of that signature.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
