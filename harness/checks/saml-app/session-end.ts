import { homeOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { instant } from '../metadata/_show.ts';

export default defineCheck({
  id: 'saml-app/session-end',
  title: {
    holds: 'The application ends the session when the identity provider does',
    fails: 'The application keeps the session longer than the identity provider allows',
  },
  why: 'Somebody who lost access at the identity provider stays signed in, with the roles of back then.',
  fix: {
    console: 'the application',
    field: 'Session length',
    change: 'Make it no longer than the session duration that IAM Identity Center has for the application.',
  },
  judges: 'sp',
  needs: ['portal', 'response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'With a SessionNotOnOrAfter, the service provider discards the session at that time.',
    },
  ],
  messages: { late: 'The session lasts until {end}; the assertion allows it until {limit}.' },
  applies: ({ portal }) =>
    homeOf(portal).sessionEnd !== undefined || 'The application does not show when the session ends.',
  run: ({ portal, response }, { skewMs }) => {
    const end = parseInstant(homeOf(portal).sessionEnd)?.ms;
    const limits = response.assertions
      .flatMap(({ authnStatements }) => authnStatements)
      .flatMap(({ sessionNotOnOrAfter }) => parseInstant(sessionNotOnOrAfter)?.ms ?? []);
    const limit = Math.min(...limits);
    if (end === undefined || end <= limit + skewMs) return [];
    return [
      {
        message: 'late' as const,
        data: { end: instant(end), limit: instant(limit) },
        expected: `not after ${instant(limit)}`,
        observed: instant(end),
        where: { artifact: 'portal' as const, path: '/sessionEnd' },
      },
    ];
  },
});
