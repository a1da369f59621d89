import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { setAttribute } from '../kit/edit.ts';
import { bySigner, fillTemplate, freshId, insertSignature, signedPaths } from '../kit/forge.ts';
import { forgeResponse } from '../kit/take-apart.ts';

function sign(xml: string, context: MutationContext): string {
  const id = freshId(xml, 'conditions');
  const [place = 'Response'] = signedPaths(xml);
  const marked = setAttribute(forgeResponse(xml, context), 'Assertion/Conditions', 'ID', id);
  return fillTemplate(
    { references: [{ uri: `#${id}`, transforms: [ALG.excC14n] }] },
    (template) => insertSignature(marked, place, template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/on-conditions',
  title: 'The Conditions are signed, and the Subject beside them is not',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: ['attributes/value', 'response/schema', 'signature/reference', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature refers to the Conditions of an assertion that names the victim.',
    weakness: ['any-signature-counts'],
  },
});
