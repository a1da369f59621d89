import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { elementText } from '../kit/edit.ts';
import { forgeResponse } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  return forgeResponse(xml, context) + elementText(xml, 'Response');
}

export default defineMutation({
  id: 'wrapping/second-root-forged-first',
  title: 'A forged Response as a first root, the genuine one as a second',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneDocumentElement, refs.absolutePaths],
  cves: ['CVE-2022-39353'],
  attack: {
    against: 'sp',
    mechanism: 'The signature is found in the second root, and the names are read from the first.',
    weakness: ['second-root-read'],
  },
});
