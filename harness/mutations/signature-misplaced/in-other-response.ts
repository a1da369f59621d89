import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertAfter } from '../kit/edit.ts';
import { advice, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(insertAfter(evil, 'Assertion/Conditions', advice(genuine)));
}

export default defineMutation({
  id: 'signature-misplaced/in-other-response',
  title: 'The genuine assertion as Advice of a forged one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'signature/coverage',
    'signature/presence',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'Advice may hold whole assertions: the genuine one, its signature in it, is evidence in a forged one that has no signature of its own.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
