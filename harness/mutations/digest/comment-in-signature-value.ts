import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { replaceElement } from '../kit/edit.ts';
import { signedPaths } from '../kit/forge.ts';

function split(xml: string): string {
  const path = `${signedPaths(xml).at(-1) ?? 'Response'}/Signature/SignatureValue`;
  return replaceElement(xml, path, (element) => {
    const middle = element.indexOf('>') + 41;
    return `${element.slice(0, middle)}<!-- -->${element.slice(middle)}`;
  });
}

export default defineMutation({
  id: 'digest/comment-in-signature-value',
  title: 'A comment stands inside the SignatureValue',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => split(xml) },
  breaks: ['response/plain-values', 'signature/form'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.signatureValue],
  attack: {
    against: 'sp',
    mechanism:
      'SignatureValue is not part of what is signed. Readers of its first text, and readers of all of it, see two values; in what is a number, a comment has no business.',
    weakness: ['comment-in-signature-value'],
  },
});
