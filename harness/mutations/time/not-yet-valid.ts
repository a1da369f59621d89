import { defineMutation } from '../../model/mutation.ts';
import { holdFor, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/not-yet-valid',
  title: 'The Conditions begin in six minutes',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now + 6 * minute, now + 11 * minute) },
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
    mechanism: 'A message made for later is used now, before whoever should watch over it does.',
    weakness: ['conditions-time-not-checked'],
  },
});
