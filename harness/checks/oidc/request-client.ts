import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, show, wasSent } from './_oidc.ts';
import { oauth, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-client',
  title: {
    holds: 'The pool names itself as the provider knows it',
    fails: 'The pool names itself as another client than the provider knows',
  },
  why: 'The provider refuses, or shows people the name of another application.',
  fix: poolFix(providerPage, 'Enter the client id that the provider gave.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [oauth('4.1.1', 'client_id is required.')],
  messages: { other: 'The request names the client {observed}; the pool was given {expected}.' },
  applies: wasSent,
  run: ({ oidc }) => {
    const named = queryOf(federationOf(oidc).authorizeUrl).get('client_id');
    if (named === oidc.provider.clientId) return [];
    return [fault('other', show(oidc.provider.clientId), show(named), '/federation/authorizeUrl')];
  },
});
