import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { issueInstantFaults, issueInstantMessages } from './_issue-instant.ts';

export default defineCheck({
  id: 'request/issue-instant',
  title: {
    holds: 'The AuthnRequest bears the time of the login, in UTC',
    fails: 'The AuthnRequest bears another time than that of the login, or one that is not in UTC',
  },
  why: 'Identity providers that look at the age of requests refuse it: the clock of the service provider is wrong.',
  fix: {
    console: 'Service provider',
    field: 'System clock',
    change: 'Synchronize the clock, and write times in UTC.',
  },
  judges: 'sp',
  needs: ['request'],
  refs: [
    { document: 'saml-core', section: '1.3.3', says: 'Times are xs:dateTime values in UTC.' },
    {
      document: 'saml-core',
      section: '3.2.1',
      says: 'IssueInstant is the time at which the request was issued.',
    },
    {
      assumption: 'A request is judged at the end of its login, at most 15 minutes after it was issued.',
      known: 'The person has to find the phone, scan and confirm in between; the standard sets no age.',
    },
  ],
  options: { maxAgeMs: 900_000 },
  messages: issueInstantMessages,
  run: ({ request: { document, element, issueInstant } }, context) =>
    element
      ? issueInstantFaults(
          issueInstant,
          context,
          locate('request', element, document, { attribute: 'IssueInstant' }),
        )
      : [],
});
