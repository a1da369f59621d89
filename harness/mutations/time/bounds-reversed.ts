import { defineMutation } from '../../model/mutation.ts';
import { holdFor, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-reversed',
  title: 'The Conditions end before they begin',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now + minute / 2, now - minute / 2) },
  breaks: ['conditions/window'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'Where both are given, NotBefore is earlier than NotOnOrAfter.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Each bound for itself is within the tolerance for clocks; together they leave no moment at which the assertion is valid.',
    weakness: ['window-not-checked'],
  },
});
