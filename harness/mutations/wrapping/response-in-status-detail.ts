import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertInto } from '../kit/edit.ts';
import { statusDetail, takeResponseApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { genuine, evil } = takeResponseApart(xml, context);
  return insertInto(evil, 'Response/Status', statusDetail(genuine));
}

export default defineMutation({
  id: 'wrapping/response-in-status-detail',
  title: 'A forged Response, with the original one in its status detail',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'signature/coverage',
    'signature/presence',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism: 'StatusDetail may hold anything: the genuine Response stands there as it was sent.',
    weakness: ['any-signature-counts'],
    needs: ['signed-response'],
  },
});
