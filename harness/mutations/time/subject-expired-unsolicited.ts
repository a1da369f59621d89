import { defineMutation } from '../../model/mutation.ts';
import { unsolicited } from '../binding/_answers.ts';
import { confirmUntil, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/subject-expired-unsolicited',
  title: 'The bearer confirmation of an unsolicited response ended six minutes ago',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => confirmUntil(unsolicited(xml), now - 6 * minute) },
  breaks: ['response/in-response-to', 'subject/confirmation-expiry', 'subject/in-response-to'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider checks that NotOnOrAfter of the bearer confirmation has not passed, but for the allowed difference of clocks.',
    },
    {
      assumption: 'Clocks may differ by five minutes, and by no more.',
      known: 'SAML names no number; products allow between none and five minutes.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Some targets look at the confirmation’s end only when they look at its request; without a request they never do.',
    weakness: ['subject-time-not-checked', 'unsolicited-accepted'],
  },
});
