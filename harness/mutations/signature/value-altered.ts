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
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'xmldsig', section: '3.2.2', says: 'The SignatureValue is verified over SignedInfo.' }],
});
