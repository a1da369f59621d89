import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';
import { statementsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/authn-instant',
  title: {
    holds: 'AuthnInstant lies before the arrival of the assertion',
    fails: 'AuthnInstant lies in the future',
  },
  why: 'A login that has not happened yet shows clocks that differ; service providers that look at it refuse the assertion.',
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
      section: '2.7.2',
      says: 'AuthnInstant is the time at which the login took place.',
    },
  ],
  messages: {
    ahead: 'AuthnInstant is {instant}, {by} after the assertion was received; it has to lie before.',
  },
  applies: ({ response }) =>
    statementsOf(response).some(({ authnInstant }) => parseInstant(authnInstant) !== undefined) ||
    'No AuthnStatement says when the login took place.',
  run: ({ response }, { now, skewMs }) =>
    statementsOf(response).flatMap(({ element, authnInstant }) => {
      const login = parseInstant(authnInstant)?.ms;
      if (login === undefined || login <= now + skewMs) return [];
      return [
        {
          message: 'ahead',
          data: { instant: instant(login), by: duration(login - now) },
          expected: `not after ${instant(now)}`,
          observed: instant(login),
          where: at(response, element, 'AuthnInstant'),
        },
      ];
    }),
});
