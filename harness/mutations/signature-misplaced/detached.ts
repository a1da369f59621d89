import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf } from '../kit/edit.ts';
import { bySigner, fillTemplate, insertSignature } from '../kit/forge.ts';
import { removeSignatures } from '../kit/sign-response.ts';

function detach(xml: string, context: MutationContext): string {
  const unsigned = removeSignatures(xml);
  const uri = `#${attributeOf(unsigned, 'Response/Assertion', 'ID')}`;
  return fillTemplate(
    { references: [{ uri, transforms: [ALG.excC14n] }] },
    (template) => insertSignature(unsigned, 'Response', template),
    bySigner(context, 'idp'),
  );
}

export default defineMutation({
  id: 'signature-misplaced/detached',
  title: 'The signature of the assertion stands outside of it',
  stage: 'after-signing',
  change: { on: 'response', apply: detach },
  breaks: ['metadata/sp-assertions-signed', 'signature/reference'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.enveloped, refs.oneReference],
  attack: {
    against: 'sp',
    mechanism:
      'The Response carries a signature that refers to the assertion, which has none in it. Verifiers that start from the signature find it good; nothing ties it to what is read.',
    weakness: ['any-signature-counts'],
  },
});
