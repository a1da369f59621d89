import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { afterIssuer, takeResponseApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { unsigned, signature, evil } = takeResponseApart(xml, context);
  return afterIssuer(evil, unsigned + signature);
}

export default defineMutation({
  id: 'wrapping/xsw2',
  title: 'XSW2: a forged Response, with the original Response and the detached Signature beside its Issuer',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/schema',
    'signature/placement',
    'signature/reference',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'The forged Response contains the original one and its signature as siblings: the signature is detached, and good.',
    weakness: ['any-signature-counts'],
    needs: ['signed-response'],
  },
});
