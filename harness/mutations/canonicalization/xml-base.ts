import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { setAttribute } from '../kit/edit.ts';
import { bySigner, signAt, unsign } from '../kit/forge.ts';

function add(xml: string, context: MutationContext): string {
  const signed = signAt(unsign(xml, 'Response/Assertion'), 'Response/Assertion', {
    parts: ({ id }) => ({ references: [{ uri: `#${id}`, transforms: [ALG.enveloped, ALG.c14n] }] }),
    fill: bySigner(context, 'idp'),
  });
  return setAttribute(signed, 'Response', 'xml:base', 'https://attacker.example/');
}

export default defineMutation({
  id: 'canonicalization/xml-base',
  title: 'The signed assertion inherits a base address that was added after signing',
  stage: 'after-signing',
  change: { on: 'response', apply: add },
  breaks: ['response/schema', 'signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateReference, refs.exclusiveOnly],
  attack: {
    against: 'sp',
    mechanism:
      'The assertion is signed with inclusive canonicalization, by which it inherits xml:base of the Response. The attribute is added after signing, so that the digest does not fit any more; verifiers that leave inherited attributes out do not notice.',
    weakness: ['xml-attributes-not-inherited'],
    needs: ['signed-assertion'],
  },
});
