import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, insertBefore, setAttribute } from '../kit/edit.ts';
import { afterIssuer, extensions, takeApart } from '../kit/take-apart.ts';

const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';

function wrap(xml: string, context: MutationContext): string {
  const { put, unsigned, signature, evil } = takeApart(xml, context);
  const id = attributeOf(unsigned, 'Assertion', 'ID');
  const bound = setAttribute(evil, 'Assertion', 'xmlns:wsu', wsu);
  const twin = setAttribute(bound, 'Assertion', 'wsu:Id', id);
  return insertBefore(put(afterIssuer(twin, signature)), 'Response/Status', extensions(unsigned));
}

export default defineMutation({
  id: 'wrapping/id-attribute-wsu-id',
  title: 'The forged assertion has the genuine ID in an attribute wsu:Id',
  stage: 'after-signing',
  change: { on: 'response', apply: wrap },
  breaks: [
    'attributes/value',
    'response/extensions',
    'response/schema',
    'signature/reference',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.uniqueIds, refs.oneReference],
  attack: {
    against: 'sp',
    mechanism:
      'The signature in the forged assertion refers to an ID that the genuine one, in Extensions, has as ID, and the forged one as wsu:Id, by which web services name what they sign.',
    weakness: ['other-id-attributes'],
    needs: ['signed-assertion'],
  },
});
