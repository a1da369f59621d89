import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at, bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';

export default defineCheck({
  id: 'subject/confirmation-expiry',
  title: {
    holds: 'The bearer confirmation has not expired',
    fails: 'The bearer confirmation has expired',
  },
  why: 'The service provider refuses the assertion as too late, although the person has just logged in.',
  fix: {
    console: 'Identity provider',
    field: 'System time, or the SAML application → assertion validity',
    change: 'Synchronize the clock by NTP; allow a few minutes for the delivery.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider verifies that NotOnOrAfter of the bearer confirmation has not passed, within the clock skew allowed.',
    },
  ],
  messages: { passed: 'The confirmation ended at {end}, {by} before the Response was received.' },
  applies: hasBearerData,
  run: ({ response }, { now, skewMs }) =>
    bearerData(response).flatMap(({ element, notOnOrAfter }) => {
      const end = parseInstant(notOnOrAfter)?.ms;
      if (end === undefined || now < end + skewMs) return [];
      return [
        {
          message: 'passed',
          data: { end: instant(end), by: duration(now - end) },
          expected: `later than ${instant(now)}`,
          observed: instant(end),
          where: at(response, element, 'NotOnOrAfter'),
        },
      ];
    }),
});
