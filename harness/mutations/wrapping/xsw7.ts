import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { extensions, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, genuine, evil } = takeApart(xml, context);
  return insertBefore(put(evil), 'Response/Status', extensions(genuine));
}

export default defineMutation({
  id: 'wrapping/xsw7',
  title: 'XSW7: the genuine assertion inside the Extensions of the Response',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'metadata/sp-assertions-signed',
    'response/extensions',
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
    mechanism:
      'Extensions may hold anything, by the schema too: the genuine assertion stands there, a forged one in its place.',
    weakness: ['any-signature-counts'],
    needs: ['signed-assertion'],
  },
});
