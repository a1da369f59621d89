import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { insertFirst } from '../kit/edit.ts';
import { bySigner, signAgain, signedPaths } from '../kit/forge.ts';

function comment(xml: string, context: MutationContext): string {
  const signed = signAgain(xml, {
    parts: ({ id }) => ({ references: [{ uri: `#${id}` }], canonicalization: ALG.excC14nWithComments }),
    fill: bySigner(context, 'idp'),
  });
  return insertFirst(signed, `${signedPaths(signed).at(-1) ?? 'Response'}/Signature/SignedInfo`, '<!-- -->');
}

export default defineMutation({
  id: 'canonicalization/signedinfo-with-comments',
  title: 'A comment is added to a SignedInfo in which comments count',
  stage: 'after-signing',
  change: { on: 'response', apply: comment },
  breaks: ['signature/value'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.canonicalizationMethod, refs.validateSignature],
  attack: {
    against: 'sp',
    mechanism:
      'CanonicalizationMethod keeps comments, and one is added after signing: SignedInfo is not what was signed any more. A verifier that drops comments whatever the method does not notice.',
    weakness: ['with-comments-ignored'],
  },
});
