import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/subject-not-before-present',
  title: 'The bearer confirmation has a NotBefore',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => setAttribute(xml, 'SubjectConfirmationData', 'NotBefore', instant(now - minute)),
  },
  breaks: ['subject/confirmation-not-before'],
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
    mechanism:
      'What a bearer confirmation must not hold is a sign that it was made for something else, or by someone else.',
    weakness: ['subject-not-before-ignored'],
  },
});
