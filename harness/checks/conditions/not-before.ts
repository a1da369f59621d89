import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';
import { conditionsOf } from './_conditions.ts';

export default defineCheck({
  id: 'conditions/not-before',
  title: {
    holds: 'The assertion is valid already',
    fails: 'The assertion is not valid yet',
  },
  why: "The identity provider's clock runs ahead, so that the service provider refuses every login until its own clock catches up.",
  fix: {
    console: 'Identity provider',
    field: 'System time',
    change: 'Synchronize the clock by NTP.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotBefore is the first instant at which the assertion is valid.',
    },
  ],
  messages: { early: 'The assertion is valid from {start}, {by} after it was received.' },
  applies: ({ response }) =>
    conditionsOf(response).some(({ notBefore }) => parseInstant(notBefore) !== undefined) ||
    'No assertion says from when it is valid.',
  run: ({ response }, { now, skewMs }) =>
    conditionsOf(response).flatMap(({ element, notBefore }) => {
      const start = parseInstant(notBefore)?.ms;
      if (start === undefined || start <= now + skewMs) return [];
      return [
        {
          message: 'early',
          data: { start: instant(start), by: duration(start - now) },
          expected: `not after ${instant(now)}`,
          observed: instant(start),
          where: at(response, element, 'NotBefore'),
        },
      ];
    }),
});
