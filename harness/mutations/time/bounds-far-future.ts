import { defineMutation } from '../../model/mutation.ts';
import { holdFor } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-far-future',
  title: 'The Conditions begin and end eight thousand years ahead',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => holdFor(xml, Date.UTC(9998, 0, 1), Date.UTC(9999, 11, 31)) },
  breaks: ['conditions/not-before', 'conditions/validity'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Where times are kept in too few bits, a time far ahead becomes one in the past.',
    weakness: ['conditions-time-not-checked'],
  },
});
