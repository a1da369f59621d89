import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { afterIssuer, insideSignature, signatureObject, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  return put(afterIssuer(evil, insideSignature(signature, signatureObject(unsigned))));
}

export default defineMutation({
  id: 'wrapping/xsw8',
  title: 'XSW8: the genuine assertion in an Object of the signature that the forged one carries',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['attributes/value', 'signature/form', 'signature/stray-messages', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'Object of a signature may hold anything, by the schema too: the genuine assertion stands there, within the forged one.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
