import { defineMutation } from '../../model/mutation.ts';
import { elsewhere } from '../binding/_elsewhere.ts';
import { elementText, insertAfter, setAttribute } from '../kit/edit.ts';
import { confirmUntil, minute } from '../time/_bounds.ts';

export default defineMutation({
  id: 'subject-confirmation/split-over-two',
  title: 'Two bearer confirmations are each invalid for another reason',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, context) => {
      const both = insertAfter(xml, 'SubjectConfirmation', elementText(xml, 'SubjectConfirmation'));
      const expired = confirmUntil(both, context.now - 6 * minute);
      const second = 'SubjectConfirmation[2]/SubjectConfirmationData';
      return setAttribute(expired, second, 'Recipient', elsewhere(context).acsUrl);
    },
  },
  breaks: ['subject/confirmation', 'subject/confirmation-expiry', 'subject/recipient'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.4.1.1',
      says: 'A subject with several confirmations is confirmed when one of them is met, as a whole.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The first has expired, the second is for another recipient: none confirms the subject, but their good parts do, put together.',
    weakness: ['confirmations-mixed'],
  },
});
