import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/subject-not-before-ahead',
  title: 'The bearer confirmation begins in six minutes',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'SubjectConfirmationData', 'NotBefore', instant(now + 6 * minute)),
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
      'A bearer confirmation holds from the moment that it is made; one that begins later is none yet.',
    weakness: ['subject-not-before-ignored'],
  },
});
