import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertInto } from '../kit/edit.ts';
import { statusDetail, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return insertInto(put(evil), 'Response/Status', statusDetail(genuine));
}

export default defineMutation({
  id: 'wrapping/status-detail',
  title: 'The genuine assertion inside the status detail, a forged one in its place',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'signature/coverage',
    'signature/presence',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  cves: ['CVE-2024-45409'],
  attack: {
    against: 'sp',
    mechanism:
      'StatusDetail may hold anything, by the schema too: the genuine assertion stands there, with its signature.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
