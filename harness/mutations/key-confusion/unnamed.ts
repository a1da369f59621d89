import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';
import { signByStranger } from './_stranger.ts';

export default defineMutation({
  id: 'signature/by-stranger-unnamed',
  title: 'A stranger signs the assertion, and brings no certificate along',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => removeElement(signByStranger(xml, context), 'Assertion/Signature/KeyInfo'),
  },
  breaks: ['signature/value'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 3.2.2',
      says: 'Signature validation takes SignedInfo in canonical form and confirms SignatureValue over it with the key.',
    },
  ],
});
