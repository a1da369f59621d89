import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, insertBefore } from '../kit/edit.ts';
import { bySigner, fillTemplate, insertSignature } from '../kit/forge.ts';
import { extensions, takeApart } from '../kit/take-apart.ts';

function sign(xml: string, context: MutationContext): string {
  const { put, unsigned, evil } = takeApart(xml, context);
  const genuine = { uri: `#${attributeOf(unsigned, 'Assertion', 'ID')}` };
  const forged = {
    uri: `#${attributeOf(evil, 'Assertion', 'ID')}`,
    digestValues: [digestText(ALG.sha256, 'something else')],
  };
  const hidden = insertBefore(put(evil), 'Response/Status', extensions(unsigned));
  return fillTemplate(
    { references: [genuine, forged] },
    (template) => insertSignature(hidden, 'Response/Assertion', template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/two-references',
  title: 'Two References: one fits the genuine assertion, the second not the forged one',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: [
    'attributes/value',
    'response/extensions',
    'signature/reference',
    'signature/stray-messages',
    'subject/user-name',
  ],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference, refs.validateReference],
  attack: {
    against: 'sp',
    mechanism:
      'SignedInfo is truly signed and has two References. The first fits the genuine assertion, hidden in Extensions; the second names the forged one and does not fit it. It works where one good Reference is enough.',
    weakness: ['one-reference-checked'],
    needs: ['signed-assertion'],
  },
});
