import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(genuine + evil);
}

export default defineMutation({
  id: 'wrapping/unsigned-copy-read',
  title: 'A forged assertion without a signature after the genuine one',
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
  cves: ['CVE-2025-47949', 'CVE-2025-54419'],
  attack: {
    against: 'sp',
    mechanism:
      'As XSW3 the other way round: the first assertion is verified, and names or attributes are read from the last one, or from all of them.',
    weakness: ['unsigned-parts-read'],
    needs: ['signed-assertion'],
  },
});
