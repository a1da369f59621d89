import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { forgeResponse, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  return takeApart(xml, context).genuine + forgeResponse(xml, context);
}

export default defineMutation({
  id: 'wrapping/second-root',
  title: 'The signed assertion as a first root, a forged Response as a second',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneDocumentElement, refs.absolutePaths],
  cves: ['CVE-2022-39299', 'CVE-2022-39353'],
  attack: {
    against: 'sp',
    mechanism:
      'Two documents in one: the root that is verified is the genuine assertion, and the Response that is found by its path is the forged one after it.',
    weakness: ['second-root-read'],
    needs: ['signed-assertion'],
  },
});
