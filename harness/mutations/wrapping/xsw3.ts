import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(evil + genuine);
}

export default defineMutation({
  id: 'wrapping/xsw3',
  title: 'XSW3: a forged assertion before the genuine one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'assertion/same-subject',
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/coverage',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  cves: ['CVE-2021-28091'],
  attack: {
    against: 'sp',
    mechanism:
      'Two assertions are siblings: the verifier finds the signature of the second one good, and the reader takes the first.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
