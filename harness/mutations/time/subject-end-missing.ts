import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'time/subject-end-missing',
  title: 'The bearer confirmation has no end',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'SubjectConfirmationData', 'NotOnOrAfter') },
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
    mechanism: 'Without an end, whoever has the assertion is its bearer for good.',
    weakness: ['bounds-optional'],
  },
});
