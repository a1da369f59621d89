import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertInto } from '../kit/edit.ts';
import { insertSignature } from '../kit/forge.ts';
import { statusDetail, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const hidden = insertInto(put(evil), 'Response/Status', statusDetail(unsigned));
  return insertSignature(hidden, 'Response', signature);
}

export default defineMutation({
  id: 'wrapping/lifted-signature-status-detail',
  title:
    'The genuine signature at the Response, its assertion in the status detail, a forged one in its place',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'signature/reference',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  cves: ['CVE-2025-47949'],
  attack: {
    against: 'sp',
    mechanism: 'As with Extensions, for service providers that refuse those.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
