import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';
import { statementsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/session-end',
  title: {
    holds: 'SessionNotOnOrAfter leaves a working session, of a day at most',
    fails: 'SessionNotOnOrAfter leaves no session, or a session of more than a day',
  },
  why: 'The service provider ends the session then: at once if the time has passed, too late for a lost laptop if it is far off.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → session duration',
    change: 'Set the length of a working day, and not less than the validity of the assertion.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'SessionNotOnOrAfter is the time at which the session of the subject ends.',
    },
    {
      document: 'saml-errata',
      section: 'E79',
      says: 'SessionNotOnOrAfter is the upper bound of the sessions that derive from the assertion.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider should discard its session when SessionNotOnOrAfter is reached.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 4.2.3',
      says: 'At AAL2 a person authenticates again at least once in twelve hours, even while active.',
    },
    {
      assumption: 'A day is the longest sensible session.',
      known: 'Products offer up to 90 days; the standard gives no number.',
    },
  ],
  options: { maxSessionMs: 86_400_000 },
  messages: {
    over: 'The session ended at {end}, {by} before the assertion was received.',
    long: 'The session lasts until {end}, {by} from now; {limit} is enough.',
  },
  applies: ({ response }) =>
    statementsOf(response).some(
      ({ sessionNotOnOrAfter }) => parseInstant(sessionNotOnOrAfter) !== undefined,
    ) || 'No AuthnStatement says when the session ends.',
  run: ({ response }, { now, skewMs, options: { maxSessionMs } }) =>
    statementsOf(response).flatMap(({ element, sessionNotOnOrAfter }) => {
      const end = parseInstant(sessionNotOnOrAfter)?.ms;
      if (end === undefined || (end > now && end <= now + maxSessionMs + skewMs)) return [];
      return [
        {
          message: end <= now ? 'over' : 'long',
          data: { end: instant(end), by: duration(end - now), limit: duration(maxSessionMs) },
          expected: `between ${instant(now)} and ${instant(now + maxSessionMs)}`,
          observed: instant(end),
          where: at(response, element, 'SessionNotOnOrAfter'),
        },
      ];
    }),
});
