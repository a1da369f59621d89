import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { attributeOf, findElement, setAttribute } from '../kit/edit.ts';
import { bySigner, signAgain, signedPaths } from '../kit/forge.ts';

function change(xml: string, context: MutationContext): string {
  const signed = signAgain(xml, {
    parts: ({ id, path }) => {
      const { prefix } = findElement(xml, path);
      return { references: [{ uri: `#${id}`, prefixes: [prefix === '' ? '#default' : prefix] }] };
    },
    fill: bySigner(context, 'idp'),
  });
  return signedPaths(signed).reduce((text, path) => {
    const list = `${path}/Signature/SignedInfo/Reference/Transforms/Transform[2]/InclusiveNamespaces`;
    return setAttribute(text, list, 'PrefixList', `${attributeOf(text, list, 'PrefixList')} xs`);
  }, signed);
}

export default defineMutation({
  id: 'canonicalization/inclusive-prefixes',
  title: 'The list of inclusive prefixes is changed after signing',
  stage: 'after-signing',
  change: { on: 'response', apply: change },
  breaks: ['signature/digest'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.validateSignature, refs.exclusiveOnly],
  attack: {
    against: 'sp',
    mechanism:
      'PrefixList is part of what is signed. A verifier that compares digests without heeding the list, and does not verify SignedInfo as it stands, notices nothing.',
    weakness: ['prefix-list-ignored', 'value-not-verified'],
  },
});
