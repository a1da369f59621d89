import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertBefore } from '../kit/edit.ts';
import { extensions, takeResponseApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { genuine, evil } = takeResponseApart(xml, context);
  return insertBefore(evil, 'Response/Status', extensions(genuine));
}

export default defineMutation({
  id: 'wrapping/response-in-extensions',
  title: 'A forged Response, with the original one, signature and all, in its Extensions',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/extensions',
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
    mechanism:
      'Extensions may hold anything: the genuine Response stands there as it was sent, and a verifier that looks for a signature anywhere finds it good.',
    weakness: ['any-signature-counts'],
    needs: ['signed-response'],
  },
});
