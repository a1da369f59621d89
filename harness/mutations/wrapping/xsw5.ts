import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { afterIssuer, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  return put(afterIssuer(evil, signature) + unsigned);
}

export default defineMutation({
  id: 'wrapping/xsw5',
  title: 'XSW5: the forged assertion carries the signature; the genuine one, without it, comes last',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'assertion/same-subject',
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/coverage',
    'signature/reference',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'The genuine signature stands in the forged assertion and refers to the genuine one, which has been put at the end.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
