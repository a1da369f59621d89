import { defineMutation } from '../../model/mutation.ts';
import { holdFor, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-unreadable',
  title: 'The Conditions end at something that is no time',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml, { now }) => holdFor(xml, now - minute, 'tomorrow') },
  breaks: ['conditions/instants', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.3',
      says: 'Times are xs:dateTime in UTC, without another zone; leap seconds are not generated.',
    },
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'An Assertion has the attributes and elements of its type, in the order that the schema gives.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'Where what cannot be read compares as false, the end never comes.',
    weakness: ['unreadable-dates-pass', 'schema-not-checked'],
  },
});
