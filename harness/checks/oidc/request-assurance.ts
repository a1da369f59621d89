import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, scopesIn, show, wasSent } from './_oidc.ts';
import { kosmos, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-assurance',
  title: {
    holds: 'The pool asks for a proofed identity',
    fails: 'The pool does not ask for a proofed identity',
  },
  why: 'People then sign in without ever having shown who they are, and access that depends on it is refused or given wrongly.',
  fix: poolFix(providerPage, 'Add the scope of the assurance level to the authorized scopes.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    kosmos(
      'Amazon Cognito, mechanism A',
      'The pool sends people to the authorize endpoint with the scope /assurance/ial/2.',
    ),
  ],
  messages: { missing: 'The request asks for {observed}, not for {expected}.' },
  applies: wasSent,
  run: ({ oidc }) => {
    const scope = queryOf(federationOf(oidc).authorizeUrl).get('scope');
    if (scopesIn(scope).includes(oidc.assurance.scope)) return [];
    return [fault('missing', oidc.assurance.scope, show(scope), '/federation/authorizeUrl')];
  },
});
