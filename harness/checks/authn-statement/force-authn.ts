import { defineCheck } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { at } from '../assertion/_assertions.ts';
import { duration, instant } from '../metadata/_show.ts';
import { statementsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/force-authn',
  title: {
    holds: 'The login is a new one, as the request demands',
    fails: 'The login is older than the request that demands a new one',
  },
  why: 'The service provider asks for a fresh login before something sensitive; an old session in its place lets whoever holds the browser pass.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → ForceAuthn',
    change: 'Honour ForceAuthn: ask the person again, and set AuthnInstant to that moment.',
  },
  judges: 'idp',
  needs: ['request', 'response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'If ForceAuthn is true, the identity provider authenticates the presenter directly rather than relying on a previous session.',
    },
  ],
  messages: {
    old: 'AuthnInstant is {instant}, {by} before the request that demanded a new login; it has to lie after.',
  },
  applies: ({ request, response }) => {
    if (request.forceAuthn !== 'true' && request.forceAuthn !== '1')
      return 'The request does not demand a new login.';
    if (parseInstant(request.issueInstant) === undefined) return 'The request does not say when it was made.';
    return (
      statementsOf(response).some(({ authnInstant }) => parseInstant(authnInstant) !== undefined) ||
      'No AuthnStatement says when the login took place.'
    );
  },
  run: ({ request, response }, { skewMs }) => {
    const asked = parseInstant(request.issueInstant)?.ms;
    return statementsOf(response).flatMap(({ element, authnInstant }) => {
      const login = parseInstant(authnInstant)?.ms;
      if (asked === undefined || login === undefined || login >= asked - skewMs) return [];
      return [
        {
          message: 'old',
          data: { instant: instant(login), by: duration(asked - login) },
          expected: `not before ${instant(asked)}`,
          observed: instant(login),
          where: at(response, element, 'AuthnInstant'),
        },
      ];
    });
  },
});
