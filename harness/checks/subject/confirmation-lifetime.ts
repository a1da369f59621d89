import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at, bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';

export default defineCheck({
  id: 'subject/confirmation-lifetime',
  title: {
    holds: 'The bearer confirmation lasts only as long as a delivery takes',
    fails: 'The bearer confirmation lasts much longer than a delivery takes',
  },
  why: 'As long as it lasts, a stolen assertion opens a session; the service provider also has to remember it that long against replay.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion validity',
    change: 'Set the validity to five minutes.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'NotOnOrAfter limits the window during which the assertion can be delivered.',
    },
    {
      document: 'saml-errata',
      section: 'E52',
      says: 'The window of NotOnOrAfter is the one in which the relying party can confirm the assertion.',
    },
    {
      assumption: 'Ten minutes suffice for one form post.',
      known: 'The profile gives no number; five minutes is what most products send.',
    },
  ],
  options: { maxLifetimeMs: 600_000 },
  messages: { long: 'The confirmation lasts until {end}, {left} from now; {limit} are enough.' },
  applies: hasBearerData,
  run: ({ response }, { now, skewMs, options: { maxLifetimeMs } }) =>
    bearerData(response).flatMap(({ element, notOnOrAfter }) => {
      const end = parseInstant(notOnOrAfter)?.ms;
      if (end === undefined || end <= now + maxLifetimeMs + skewMs) return [];
      return [
        {
          message: 'long',
          data: { end: instant(end), left: duration(end - now), limit: duration(maxLifetimeMs) },
          expected: `not after ${instant(now + maxLifetimeMs)}`,
          observed: instant(end),
          where: at(response, element, 'NotOnOrAfter'),
        },
      ];
    }),
});
