import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasAsked, queryOf, show, unguessable } from './_oidc.ts';
import { appFix, oauth, practice } from './_refs.ts';

export default defineCheck({
  id: 'oidc/application-state',
  title: {
    holds: 'The application binds its request to the browser by a state, and gets it back',
    fails: 'The application sends no state that binds the request to the browser, or does not get it back',
  },
  why: 'Without it an attacker signs somebody else in as themselves: login CSRF.',
  fix: appFix(
    'Sign-in request',
    'Send an unguessable state, keep it in the browser’s session, and compare it.',
  ),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    oauth('10.12', 'state binds the request to the user agent’s session.'),
    practice('4.7', 'Clients prevent CSRF by state, or by PKCE where the server supports it.'),
  ],
  messages: {
    missing: 'The request has no state.',
    short: 'The state {observed} has fewer characters than {minimum}.',
    other: 'The pool gave {observed} back; {expected} was sent.',
  },
  applies: hasAsked,
  run: ({ oidc }) => {
    const { authorizeUrl, callback } = applicationOf(oidc);
    const state = queryOf(authorizeUrl).get('state');
    const at = '/application/authorizeUrl';
    if (state === null || state === '') return [fault('missing', 'a state', 'none', at)];
    if (state.length < unguessable)
      return [fault('short', 'an unguessable state', show(state), at, { minimum: unguessable })];
    if (callback === undefined || callback.state === state) return [];
    return [fault('other', show(state), show(callback.state), '/application/callback/state')];
  },
});
