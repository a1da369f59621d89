import { defineMutation } from '../../model/mutation.ts';
import { setText } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/value-blank',
  title: 'The SignatureValue is empty',
  stage: 'after-signing',
  change: { on: 'response', apply: (xml) => setText(xml, 'Assertion/Signature/SignatureValue', '') },
  breaks: ['signature/form'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 4.3',
      says: 'SignatureValue holds the value of the signature, in base64.',
    },
  ],
});
