import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { issueInstantFaults, issueInstantMessages } from '../request/_issue-instant.ts';
import { isResponse } from './_response.ts';

export default defineCheck({
  id: 'response/issue-instant',
  title: {
    holds: 'The Response was issued just now, in UTC',
    fails: 'The Response was not issued just now, or not in UTC',
  },
  why: 'AWS refuses a Response that is more than five minutes old; one from the future means that a clock is wrong.',
  fix: {
    console: 'Identity provider',
    field: 'System clock',
    change: 'Synchronize the clock, and write times in UTC.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    { document: 'saml-core', section: '1.3.3', says: 'SAML times are xs:dateTime values in UTC form.' },
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'IssueInstant is the time at which the response was issued.',
    },
    {
      document: 'aws-sts',
      section: 'AssumeRoleWithSAML',
      says: 'The response has to be used within five minutes of being issued.',
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
