import { defineCheck } from '../../model/check.ts';
import { at, hasAssertion } from './_assertions.ts';
import { instantFaults, instantMessages, instantRef } from './_instants.ts';

export default defineCheck({
  id: 'assertion/issue-instant',
  title: {
    holds: 'The assertion says in UTC when it was issued',
    fails: 'The assertion does not say in UTC when it was issued',
  },
  why: 'Products read a time without its zone as their own local time, so that logins fail by whole hours.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor: the product writes the time, no field sets it.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    instantRef,
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'IssueInstant is required, and encodes when the assertion was issued.',
    },
  ],
  messages: { ...instantMessages, absent: 'The assertion has no IssueInstant; one is required.' },
  applies: hasAssertion,
  run: ({ response }) => [
    ...response.assertions
      .filter(({ issueInstant }) => issueInstant === undefined)
      .map(({ element }) => ({
        message: 'absent' as const,
        expected: 'an xs:dateTime in UTC',
        observed: 'nothing',
        where: at(response, element),
      })),
    ...instantFaults(
      response,
      response.assertions.map(({ element, issueInstant }) => ({
        name: 'IssueInstant',
        value: issueInstant,
        element,
      })),
    ),
  ],
});
