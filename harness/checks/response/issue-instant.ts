import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { issueInstantFaults, issueInstantMessages } from '../request/_issue-instant.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/issue-instant',
  title: {
    holds: 'The Response is fresh when it arrives, and says in UTC when it was issued',
    fails: 'The Response is not fresh when it arrives, or does not say in UTC when it was issued',
  },
  why: 'AWS STS refuses a Response that is more than five minutes old; one from the future means that a clock is wrong.',
  fix: {
    console: 'Identity provider',
    field: 'System clock',
    change: 'Synchronize the clock, and write times in UTC.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    { document: 'saml-core', section: '1.3.3', says: 'Times are xs:dateTime values in UTC.' },
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'IssueInstant is the time at which the response was issued.',
    },
    {
      assumption: 'Five minutes pass between issue and delivery at most.',
      known:
        'AWS STS answers later ones with "Token must be redeemed within 5 minutes of issuance"; no limit is published for other consumers.',
    },
  ],
  options: { maxAgeMs: 300_000 },
  messages: issueInstantMessages,
  applies: ({ response }) => isResponse(response),
  run: ({ response: { document, element, issueInstant } }, context) =>
    element
      ? issueInstantFaults(
          issueInstant,
          context,
          locate('response', element, document, { attribute: 'IssueInstant' }),
        )
      : [],
});
