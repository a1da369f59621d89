import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { forgeResponse } from '../kit/take-apart.ts';

const wrap = (xml: string, context: MutationContext) => xml.trimEnd() + forgeResponse(xml, context);

export default defineMutation({
  id: 'wrapping/second-root-response',
  title: 'The genuine Response as a first root, a forged one as a second',
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
      'The first root is verified; a search of all the document finds the forged assertion of the second.',
    weakness: ['second-root-read'],
  },
});
