import { defineMutation } from '../../model/mutation.ts';
import { holdFor, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-before-christ',
  title: 'The Conditions ended twelve thousand years ago',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now - minute, '-9999-12-31T23:59:59Z') },
  breaks: ['conditions/instants'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      assumption: 'A year may be negative, as XML Schema has it.',
      known: 'XML Schema 2, 3.2.7: a leading minus is allowed; parsers of dates differ on it.',
    },
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A reader that drops the sign of the year reads an end far ahead.',
    weakness: ['lenient-dates'],
  },
});
