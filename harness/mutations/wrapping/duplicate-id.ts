import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, setAttribute } from '../kit/edit.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  const twin = setAttribute(evil, 'Assertion', 'ID', attributeOf(genuine, 'Assertion', 'ID'));
  return put(twin + genuine);
}

export default defineMutation({
  id: 'wrapping/duplicate-id',
  title: 'A forged assertion with the ID of the genuine one, before it',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'assertion/same-subject',
    'attributes/value',
    'response/one-assertion',
    'response/schema',
    'signature/coverage',
    'signature/unique-ids',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.uniqueIds, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'Two assertions have the ID that the signature refers to: the verifier digests one of them, and the reader, which compares IDs, takes the other.',
    weakness: ['duplicate-ids-allowed'],
    needs: ['signed-assertion'],
  },
});
