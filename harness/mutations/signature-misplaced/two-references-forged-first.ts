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
    { references: [forged, genuine] },
    (template) => insertSignature(hidden, 'Response/Assertion', template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/two-references-forged-first',
  title: 'Two References: the first does not fit the forged assertion, the second fits the genuine one',
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
      'As with the genuine assertion’s Reference first, for verifiers of which the last Reference decides.',
    weakness: ['one-reference-checked'],
    needs: ['signed-assertion'],
  },
});
