import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertInto } from '../kit/edit.ts';
import { takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return put(insertInto(evil, 'Assertion', genuine));
}

export default defineMutation({
  id: 'wrapping/xsw4',
  title: 'XSW4: the genuine assertion inside the forged one',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/schema',
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
    mechanism: 'The forged assertion contains the genuine one as its last child, with its signature.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
