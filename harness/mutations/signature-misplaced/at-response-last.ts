import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertSignature } from '../kit/forge.ts';
import { takeApart } from '../kit/take-apart.ts';

function move(xml: string, context: MutationContext): string {
  const { put, evil, unsigned, signature } = takeApart(xml, context);
  return insertSignature(put(unsigned + evil), 'Response', signature);
}

export default defineMutation({
  id: 'signature-misplaced/at-response-last',
  title: 'The genuine signature at the Response, a forged assertion after the signed one',
  stage: 'after-signing',
  change: { on: 'response', apply: move },
  breaks: [
    'assertion/same-subject',
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/one-assertion',
    'signature/reference',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  cves: ['CVE-2024-8698'],
  attack: {
    against: 'sp',
    mechanism: 'As with the forged assertion first, for readers that take the last one.',
    weakness: ['any-signature-counts', 'unsigned-parts-read'],
    needs: ['signed-assertion'],
  },
});
