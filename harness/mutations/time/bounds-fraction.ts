import { defineMutation } from '../../model/mutation.ts';
import { holdFor, instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/bounds-fraction',
  title: 'The Conditions ended six minutes ago, and a fraction with many digits',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      holdFor(xml, now - 12 * minute, instant(now - 6 * minute).replace(/\.\d+Z/, '.99999999999999Z')),
  },
  breaks: ['conditions/early-start', 'conditions/not-on-or-after'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.3',
      says: 'Times are xs:dateTime in UTC, without another zone; leap seconds are not generated.',
    },
    { document: 'saml-core', section: '1.3.3', says: 'Nobody relies on times finer than milliseconds.' },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A fraction that is read as a number of milliseconds adds years to the end.',
    weakness: ['lenient-dates'],
  },
});
