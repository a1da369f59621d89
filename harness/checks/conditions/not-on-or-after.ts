import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';
import { conditionsOf } from './_conditions.ts';

export default defineCheck({
  id: 'conditions/not-on-or-after',
  title: {
    holds: 'The assertion is still valid when it arrives',
    fails: 'The assertion is no longer valid when it arrives',
  },
  why: 'The service provider refuses it as expired, although the person has just logged in.',
  fix: {
    console: 'Identity provider',
    field: 'System time, or the SAML application → assertion validity',
    change: 'Synchronize the clock by NTP; allow a few minutes for the delivery.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.2',
      says: 'NotOnOrAfter is the instant at which the assertion has expired.',
    },
  ],
  messages: { expired: 'The assertion expired at {end}, {by} before it was received.' },
  applies: ({ response }) =>
    conditionsOf(response).some(({ notOnOrAfter }) => parseInstant(notOnOrAfter) !== undefined) ||
    'No assertion says until when it is valid.',
  run: ({ response }, { now, skewMs }) =>
    conditionsOf(response).flatMap(({ element, notOnOrAfter }) => {
      const end = parseInstant(notOnOrAfter)?.ms;
      if (end === undefined || now < end + skewMs) return [];
      return [
        {
          message: 'expired',
          data: { end: instant(end), by: duration(now - end) },
          expected: `later than ${instant(now)}`,
          observed: instant(end),
          where: at(response, element, 'NotOnOrAfter'),
        },
      ];
    }),
});
