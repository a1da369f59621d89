import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { instantFaults, instantMessages, instantRef } from '../assertion/_instants.ts';
import { hasStatement, statementsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/instants',
  title: {
    holds: 'The AuthnStatement says in UTC when the login took place',
    fails: 'The AuthnStatement does not say in UTC when the login took place',
  },
  why: 'Products read a time without its zone as their own local time, so that a fresh login looks hours old or lies in the future.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor: the product writes the times, no field sets them.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    instantRef,
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'AuthnInstant is required, and is the time at which the login took place.',
    },
  ],
  messages: { ...instantMessages, absent: 'The AuthnStatement has no AuthnInstant; one is required.' },
  applies: hasStatement,
  run: ({ response }) => [
    ...statementsOf(response)
      .filter(({ authnInstant }) => authnInstant === undefined)
      .map(({ element }) => ({
        message: 'absent' as const,
        expected: 'an xs:dateTime in UTC',
        observed: 'nothing',
        where: at(response, element),
      })),
    ...instantFaults(
      response,
      statementsOf(response).flatMap(({ element, authnInstant, sessionNotOnOrAfter }) => [
        { name: 'AuthnInstant', value: authnInstant, element },
        { name: 'SessionNotOnOrAfter', value: sessionNotOnOrAfter, element },
      ]),
    ),
  ],
});
