import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';

export default defineCheck({
  id: 'conditions/early-start',
  title: {
    holds: 'The validity begins with the issue of the assertion',
    fails: 'The validity begins long before the issue of the assertion',
  },
  why: 'A start moved back by more than the clocks differ hides a clock that is wrong, or an assertion that is issued again.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → clock skew',
    change: 'Move NotBefore back by a few minutes at most, and synchronize the clock by NTP.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore is the first instant at which the assertion is valid.',
    },
    {
      assumption: 'Five minutes and the allowed clock skew are a sensible lead.',
      known: 'The standard gives no number; products send from none to five minutes.',
    },
  ],
  options: { maxLeadMs: 300_000 },
  messages: { early: 'NotBefore is {start}, {by} before the IssueInstant; {limit} are allowed.' },
  applies: ({ response }) =>
    response.assertions.some(
      ({ issueInstant, conditions }) => issueInstant !== undefined && conditions?.notBefore !== undefined,
    ) || 'No assertion has both IssueInstant and NotBefore.',
  run: ({ response }, { skewMs, options: { maxLeadMs } }) =>
    response.assertions.flatMap(({ issueInstant, conditions }) => {
      const issued = parseInstant(issueInstant)?.ms;
      const start = parseInstant(conditions?.notBefore)?.ms;
      if (conditions === undefined || issued === undefined || start === undefined) return [];
      const lead = issued - start;
      if (lead <= maxLeadMs + skewMs) return [];
      return [
        {
          message: 'early',
          data: { start: instant(start), by: duration(lead), limit: duration(maxLeadMs) },
          expected: `not before ${instant(issued - maxLeadMs)}`,
          observed: instant(start),
          where: at(response, conditions.element, 'NotBefore'),
        },
      ];
    }),
});
