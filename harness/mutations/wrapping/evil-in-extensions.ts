import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { extensions, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return insertBefore(put(genuine), 'Response/Status', extensions(evil));
}

export default defineMutation({
  id: 'wrapping/evil-in-extensions',
  title: 'A forged assertion in the Extensions, before the genuine one in its place',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: ['response/extensions', 'signature/stray-messages'],
  hostile: true,
  safe: 'genuine-user',
  refs: [refs.oneReference, refs.absolutePaths],
  attack: {
    against: 'sp',
    mechanism:
      'The genuine assertion is where it belongs and verifies. A reader that takes the first assertion of the document finds the forged one, in Extensions.',
    weakness: ['unsigned-parts-read'],
    needs: ['signed-assertion'],
  },
});
