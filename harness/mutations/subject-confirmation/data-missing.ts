import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'subject-confirmation/data-missing',
  title: 'The bearer confirmation has no data',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeElement(xml, 'SubjectConfirmationData') },
  breaks: ['subject/confirmation-data'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A bearer SubjectConfirmation contains SubjectConfirmationData with Recipient and NotOnOrAfter, and without NotBefore.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Recipient, end and request are told by the data; without it there is nothing to check.',
    weakness: ['confirmation-not-checked'],
  },
});
