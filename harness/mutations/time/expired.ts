import { defineMutation } from '../../model/mutation.ts';
import { holdFor, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/expired',
  title: 'The Conditions ended six minutes ago',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now - 12 * minute, now - 6 * minute) },
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
    mechanism:
      'A message that lay about, in a log or a history, is posted when it is no longer good. All else about it is still good.',
    weakness: ['conditions-time-not-checked'],
  },
});
