import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, federationOf, queryOf, show, unguessable, wasSent } from './_oidc.ts';
import { oauth, poolFix, practice, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-state',
  title: {
    holds: 'The pool binds the request to a browser by an unguessable state',
    fails: 'The pool sends no state that binds the request to a browser',
  },
  why: 'Without it an attacker’s answer can be put into somebody else’s browser.',
  fix: poolFix(providerPage, 'Let the hosted UI make the request; do not build it by hand.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    oauth('10.12', 'state binds the request to the user agent’s session and cannot be guessed.'),
    practice('2.1', 'Clients prevent CSRF.'),
  ],
  messages: {
    missing: 'The request has no state.',
    short: 'The state {observed} has fewer characters than {minimum}.',
    reused: 'The state is the one that the application sent to the pool.',
  },
  applies: wasSent,
  run: ({ oidc }) => {
    const state = queryOf(federationOf(oidc).authorizeUrl).get('state');
    const at = '/federation/authorizeUrl';
    if (state === null || state === '') return [fault('missing', 'a state', 'none', at)];
    if (state.length < unguessable)
      return [fault('short', 'an unguessable state', show(state), at, { minimum: unguessable })];
    const own = queryOf(applicationOf(oidc).authorizeUrl).get('state');
    return state === own ? [fault('reused', 'a state of the pool’s own', show(state), at)] : [];
  },
});
