import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { setAttribute } from '../kit/edit.ts';
import { bySigner, fillTemplate, freshId, insertSignature, signedPaths } from '../kit/forge.ts';
import { removeSignatures } from '../kit/sign-response.ts';

function sign(xml: string, context: MutationContext): string {
  const id = freshId(xml, 'subject');
  const [place = 'Response'] = signedPaths(xml);
  const marked = setAttribute(removeSignatures(xml), 'Assertion/Subject', 'ID', id);
  return fillTemplate(
    { references: [{ uri: `#${id}`, transforms: [ALG.excC14n] }] },
    (template) => insertSignature(marked, place, template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/on-child',
  title: 'The Subject is signed, and the assertion round it is not',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: ['response/schema', 'signature/reference'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.oneReference],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature refers to the Subject alone: audience, times and attributes are whatever an attacker writes beside it.',
    weakness: ['any-signature-counts'],
  },
});
