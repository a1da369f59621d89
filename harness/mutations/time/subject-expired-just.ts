import { defineMutation } from '../../model/mutation.ts';
import { confirmUntil, justTooLate } from './_bounds.ts';

export default defineMutation({
  id: 'time/subject-expired-just',
  title: 'The bearer confirmation ended five minutes and a second ago',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => confirmUntil(xml, now - justTooLate) },
  breaks: ['subject/confirmation-expiry'],
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
    mechanism: 'This is the first second that no tolerance for clocks covers.',
    weakness: ['wide-skew'],
  },
});
