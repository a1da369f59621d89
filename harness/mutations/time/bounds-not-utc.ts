import { defineMutation } from '../../model/mutation.ts';
import { holdFor, instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-not-utc',
  title: 'The Conditions ended an hour ago, written in the time of a zone ahead',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => {
      const local = instant(now + minute * 60).replace('Z', '+02:00');
      return holdFor(xml, now - 120 * minute, local);
    },
  },
  breaks: ['conditions/early-start', 'conditions/instants', 'conditions/not-on-or-after'],
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
      section: '2.5.1.2',
      says: 'NotBefore and NotOnOrAfter limit the validity of the assertion.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A reader that drops the zone reads an end that is to come.',
    weakness: ['lenient-dates'],
  },
});
