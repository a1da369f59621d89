import { defineMutation } from '../../model/mutation.ts';
import { holdFor, justTooEarly, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/not-yet-valid-just',
  title: 'The Conditions begin in little more than five minutes',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now + justTooEarly, now + 11 * minute) },
  breaks: ['conditions/not-before'],
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
    mechanism: 'No tolerance for clocks covers this beginning; the ten seconds beyond are for the way.',
    weakness: ['wide-skew'],
  },
});
