import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, insertBefore, setAttribute } from '../kit/edit.ts';
import { afterIssuer, extensions, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, signature, evil } = takeApart(xml, context);
  const twin = setAttribute(evil, 'Assertion', 'ID', attributeOf(genuine, 'Assertion', 'ID'));
  return insertBefore(put(afterIssuer(twin, signature)), 'Response/Status', extensions(genuine));
}

export default defineMutation({
  id: 'wrapping/duplicate-id-in-extensions',
  title: 'A forged assertion with ID and signature of the genuine one, which is in Extensions',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/extensions',
    'response/schema',
    'signature/form',
    'signature/stray-messages',
    'signature/unique-ids',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.uniqueIds, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'The forged assertion is the only one in its place, and has the ID and a copy of the signature of the genuine one. A verifier that takes the first element with that ID digests the genuine one, in Extensions.',
    weakness: ['duplicate-ids-allowed'],
    needs: ['signed-assertion'],
  },
});
