import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, insertBefore, setAttribute } from '../kit/edit.ts';
import { afterIssuer, extensions, takeApart } from '../kit/take-apart.ts';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const id = attributeOf(unsigned, 'Assertion', 'ID');
  const twin = setAttribute(evil, 'Assertion', 'Id', id);
  return insertBefore(put(afterIssuer(twin, signature)), 'Response/Status', extensions(unsigned));
}

export default defineMutation({
  id: 'wrapping/id-attribute-mixed-case',
  title: 'The forged assertion has the genuine ID in an attribute Id',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/extensions',
    'response/schema',
    'signature/stray-messages',
    'signature/unique-ids',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.uniqueIds, refs.oneReference],
  attack: {
    against: 'sp',
    mechanism:
      'The signature in the forged assertion refers to an ID that the genuine one, in Extensions, has as ID, and the forged one as Id. Verifier and reader look for IDs by different attributes.',
    weakness: ['other-id-attributes'],
    needs: ['signed-assertion'],
  },
});
