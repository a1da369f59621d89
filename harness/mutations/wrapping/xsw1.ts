import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { afterIssuer, insideSignature, takeResponseApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { unsigned, signature, evil } = takeResponseApart(xml, context);
  return afterIssuer(evil, insideSignature(signature, unsigned));
}

export default defineMutation({
  id: 'wrapping/xsw1',
  title: 'XSW1: a forged Response, with the original Response inside its Signature',
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
      'The forged Response carries the genuine signature, and the original Response is a child of that signature. The Reference still finds it by its ID.',
    weakness: ['any-signature-counts'],
    needs: ['signed-response'],
  },
});
