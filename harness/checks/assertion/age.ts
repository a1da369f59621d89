import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { duration, instant } from '../metadata/_show.ts';
import { at } from './_assertions.ts';

export default defineCheck({
  id: 'assertion/age',
  title: {
    holds: 'The assertion is fresh when it arrives',
    fails: 'The assertion is too old when it arrives, or comes from the future',
  },
  why: 'The clocks of the two sides differ, or an old assertion is handed out again; the first users to arrive at the limit cannot log in.',
  fix: {
    console: 'Identity provider',
    field: 'System time',
    change: 'Synchronize the clock by NTP, and issue each assertion at the moment it is sent.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'IssueInstant is the moment of issue, so it cannot lie ahead.',
    },
    {
      document: 'saml-errata',
      section: 'E92',
      says: 'Parties should allow for clocks that differ; three to five minutes are a reasonable default.',
    },
    {
      assumption: 'Five minutes pass between issue and delivery at most.',
      known:
        'AWS STS answers later ones with "Token must be redeemed within 5 minutes of issuance"; no limit is published for other consumers.',
    },
  ],
  options: { maxAgeMs: 300_000 },
  messages: {
    ahead: 'The assertion is issued at {instant}, {by} after it was received; it has to be issued before.',
    old: 'The assertion is issued at {instant}, {by} before it was received; {limit} are allowed.',
  },
  applies: ({ response }) =>
    response.assertions.some(({ issueInstant }) => parseInstant(issueInstant) !== undefined) ||
    'No assertion says when it was issued.',
  run: ({ response }, { now, skewMs, options: { maxAgeMs } }) =>
    response.assertions.flatMap(({ element, issueInstant }) => {
      const issued = parseInstant(issueInstant)?.ms;
      if (issued === undefined) return [];
      const age = now - issued;
      if (age >= -skewMs && age <= maxAgeMs + skewMs) return [];
      return [
        {
          message: age < 0 ? 'ahead' : 'old',
          data: { instant: instant(issued), by: duration(age), limit: duration(maxAgeMs) },
          expected: `between ${instant(now - maxAgeMs)} and ${instant(now)}, give or take ${duration(skewMs)}`,
          observed: instant(issued),
          where: at(response, element, 'IssueInstant'),
        },
      ];
    }),
});
