import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, setAttribute } from '../kit/edit.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  const twin = setAttribute(evil, 'Assertion', 'ID', attributeOf(genuine, 'Assertion', 'ID'));
  return put(genuine + twin);
}

export default defineMutation({
  id: 'wrapping/duplicate-id-last',
  title: 'A forged assertion with the ID of the genuine one, after it',
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
      'As with the forged one first, for verifiers that take the first element with an ID, and readers that take the last.',
    weakness: ['duplicate-ids-allowed'],
    needs: ['signed-assertion'],
  },
});
