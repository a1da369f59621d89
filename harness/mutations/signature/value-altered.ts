import { defineMutation } from '../../model/mutation.ts';
import { replaceElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/value-altered',
  title: 'The SignatureValue is altered',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      replaceElement(xml, 'Assertion/Signature/SignatureValue', (element) =>
        element.replace(/>([\s\S]{4})/, '>AAAA'),
      ),
  },
  breaks: ['signature/value'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'xmldsig',
      section: 'Version 1.1, 3.2.2',
      says: 'Signature validation takes SignedInfo in canonical form and confirms SignatureValue over it with the key.',
    },
  ],
});
