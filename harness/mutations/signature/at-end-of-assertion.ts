import { defineMutation } from '../../model/mutation.ts';
import { elementText, insertInto, removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'signature/at-end-of-assertion',
  title: 'The signature stands at the end of the assertion',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertInto(
        removeElement(xml, 'Assertion/Signature'),
        'Assertion',
        elementText(xml, 'Assertion/Signature'),
      ),
  },
  breaks: ['response/schema', 'signature/placement'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.3.3', says: 'Signature comes right after Issuer.' }],
});
