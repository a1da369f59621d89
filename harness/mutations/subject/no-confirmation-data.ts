import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject/no-confirmation-data',
  title: 'The bearer confirmation has no data',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'SubjectConfirmationData') },
  breaks: ['subject/confirmation-data'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A bearer SubjectConfirmation contains SubjectConfirmationData with Recipient and NotOnOrAfter.',
    },
  ],
});
