import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { locate } from '../../saml/tree.ts';
import { instant, quote } from './_show.ts';

// xs:duration, without a sign: a period for which a copy may be kept cannot be negative.
const positiveDuration =
  /^P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;

export default defineCheck({
  id: 'metadata/idp-validity',
  title: {
    holds: "The identity provider's metadata is still in force",
    fails:
      "The identity provider's metadata is no longer in force, or states its validity in no form that can be read",
  },
  why: 'Importers that heed validUntil refuse the file, or drop the identity provider on that day.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export fresh metadata and import it at the service provider.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'validUntil is the end of the validity of the metadata; cacheDuration the longest time a copy is kept.',
    },
    {
      document: 'saml-errata',
      section: 'E94',
      says: 'Metadata is invalid from its validUntil on, and is not used then; a copy older than cacheDuration is merely stale.',
    },
  ],
  messages: {
    passed: 'The metadata was valid until {validUntil}; the login was judged at {now}.',
    'not-a-time': 'validUntil is {validUntil}, which is no xs:dateTime.',
    'not-a-duration': 'cacheDuration is {cacheDuration}, which is no positive xs:duration.',
  },
  applies: ({ 'idp-metadata': { validUntil, cacheDuration } }) =>
    validUntil !== undefined || cacheDuration !== undefined || 'The metadata sets no limit to its validity.',
  run: ({ 'idp-metadata': { document, element, validUntil, cacheDuration } }, { now }) => {
    const at = (attribute: string) =>
      element ? { where: locate('idp-metadata', element, document, { attribute }) } : {};
    const until = parseInstant(validUntil);
    const faults = [];
    if (validUntil !== undefined && (until === undefined || until.ms <= now)) {
      faults.push({
        message: until === undefined ? ('not-a-time' as const) : ('passed' as const),
        data: { validUntil: quote(validUntil), now: instant(now) },
        expected: `a time after ${instant(now)}`,
        observed: quote(validUntil),
        ...at('validUntil'),
      });
    }
    if (
      cacheDuration !== undefined &&
      !(positiveDuration.test(cacheDuration) && /[1-9]/.test(cacheDuration))
    ) {
      faults.push({
        message: 'not-a-duration' as const,
        data: { cacheDuration: quote(cacheDuration) },
        expected: 'a positive duration such as PT1H',
        observed: quote(cacheDuration),
        ...at('cacheDuration'),
      });
    }
    return faults;
  },
});
