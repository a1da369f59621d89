import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { afterIssuer, insideSignature, signatureObject, takeResponseApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { unsigned, signature, evil } = takeResponseApart(xml, context);
  return afterIssuer(evil, insideSignature(signature, signatureObject(unsigned)));
}

export default defineMutation({
  id: 'wrapping/response-in-object',
  title: 'A forged Response, with the original Response in an Object of its Signature',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['attributes/value', 'signature/form', 'signature/stray-messages', 'subject/user-name'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths, refs.noObject],
  attack: {
    against: 'sp',
    mechanism:
      'As XSW8, with the whole Response: the forged one carries the genuine signature, whose Object holds the original.',
    weakness: ['any-signature-counts'],
    needs: ['signed-response'],
  },
});
