import { defineMutation } from '../../model/mutation.ts';
import { removeAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'binding/recipient-missing',
  title: 'The bearer confirmation has no Recipient',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => removeAttribute(xml, 'SubjectConfirmationData', 'Recipient') },
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
    mechanism: 'Anybody who bears the assertion may post it anywhere.',
    weakness: ['recipient-not-checked'],
  },
});
