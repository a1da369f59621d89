import { defineMutation } from '../../model/mutation.ts';
import { holdFor, instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-leap-second',
  title: 'The Conditions ended in a leap second',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      holdFor(xml, now - 72 * 60 * minute, `${instant(now - 36 * 60 * minute).slice(0, 10)}T23:59:60Z`),
  },
  breaks: ['conditions/early-start', 'conditions/instants', 'response/schema'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.3',
      says: 'Times are xs:dateTime in UTC, without another zone; leap seconds are not generated.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'Most software cannot read a sixty-first second; where what cannot be read compares as false, the end has not come.',
    weakness: ['unreadable-dates-pass'],
  },
});
