import { defineMutation } from '../../model/mutation.ts';
import { confirmUntil, holdFor, instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-without-zone',
  title: 'All ends have no zone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => {
      // Fifteen hours ahead is to come wherever the target stands.
      const local = instant(now + 15 * 60 * minute).replace('Z', '');
      return confirmUntil(holdFor(xml, now - minute, local), local);
    },
  },
  breaks: ['conditions/instants', 'conditions/validity', 'subject/confirmation-lifetime', 'subject/instants'],
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
      'A time without a zone is whatever the reader’s zone makes of it: hours more or less, by where the target stands.',
    weakness: ['lenient-dates'],
  },
});
