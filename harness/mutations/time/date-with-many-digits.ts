import { defineMutation } from '../../model/mutation.ts';
import { holdFor, instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/date-with-many-digits',
  title: 'The end of the Conditions has a fraction with a hundred thousand digits',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      holdFor(xml, now - minute, instant(now + 5 * minute).replace(/Z$/, `${'0'.repeat(100_000)}!`)),
  },
  breaks: ['conditions/instants', 'response/schema', 'response/size'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '1.3.3',
      says: 'Times are xs:dateTime in UTC, without another zone; leap seconds are not generated.',
    },
    {
      document: 'owasp',
      section: 'XML Security Cheat Sheet, Denial of Service',
      says: 'Documents are bounded in size, depth and number of parts before and while they are read.',
    },
  ],
  cves: ['CVE-2018-6519'],
  attack: {
    against: 'sp',
    mechanism:
      'A pattern that tries every way to split the digits takes time with their square, or worse, before the signature is looked at.',
    weakness: ['dates-by-backtracking'],
    watch: 'answer-time',
  },
});
