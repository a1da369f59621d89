import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { setAttribute } from '../kit/edit.ts';
import { bySigner, signAt, unsign } from '../kit/forge.ts';

function change(xml: string, context: MutationContext): string {
  const marked = setAttribute(unsign(xml, 'Response/Assertion'), 'Response', 'xml:lang', 'en');
  const signed = signAt(marked, 'Response/Assertion', {
    parts: ({ id }) => ({ references: [{ uri: `#${id}`, transforms: [ALG.enveloped, ALG.c14n] }] }),
    fill: bySigner(context, 'idp'),
  });
  return setAttribute(signed, 'Response', 'xml:lang', 'de');
}

export default defineMutation({
  id: 'canonicalization/xml-lang',
  title: 'The language that the signed assertion inherits is changed',
  stage: 'after-signing',
  change: { on: 'response', apply: change },
  breaks: ['response/schema', 'signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateReference, refs.exclusiveOnly],
  attack: {
    against: 'sp',
    mechanism:
      'The assertion is signed with inclusive canonicalization, by which it inherits xml:lang of the Response. Changed after signing, the digest does not fit any more; verifiers that leave inherited attributes out do not notice.',
    weakness: ['xml-attributes-not-inherited'],
    needs: ['signed-assertion'],
  },
});
