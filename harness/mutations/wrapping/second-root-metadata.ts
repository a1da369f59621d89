import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { forgeResponse } from '../kit/take-apart.ts';
import { signedMetadata } from './_documents.ts';

function wrap(xml: string, context: MutationContext): string {
  return signedMetadata(xml, context) + forgeResponse(xml, context);
}

export default defineMutation({
  id: 'wrapping/second-root-metadata',
  title: 'Signed metadata of the identity provider as a first root, a forged Response as a second',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['response/readable'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneDocumentElement, refs.absolutePaths],
  cves: ['CVE-2022-39299'],
  attack: {
    against: 'sp',
    mechanism:
      'Many identity providers publish signed metadata, so that nobody has to log in to have a root that verifies. The Response that is found by its path is the forged one after it.',
    weakness: ['second-root-read'],
  },
});
