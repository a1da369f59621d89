import { defineMutation } from '../../model/mutation.ts';
import { holdFor, justTooLate, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/expired-just',
  title: 'The Conditions ended five minutes and a second ago',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now - 12 * minute, now - justTooLate) },
  breaks: ['conditions/early-start', 'conditions/not-on-or-after'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
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
