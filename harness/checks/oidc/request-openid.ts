import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, queryOf, scopesIn, show, wasSent } from './_oidc.ts';
import { cognito, core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-openid',
  title: {
    holds: 'The pool asks for OpenID Connect',
    fails: 'The pool does not ask for the scope openid',
  },
  why: 'Without it there is no ID token, and the pool cannot tell who somebody is.',
  fix: poolFix(providerPage, 'Put openid first among the authorized scopes.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    core('3.1.2.1', 'Requests contain the scope openid.'),
    cognito('cognito-user-pools-oidc-idp', 'The scope openid is required.'),
  ],
  messages: { missing: 'The request asks for {observed}.' },
  applies: wasSent,
  run: ({ oidc }) => {
    const scope = queryOf(federationOf(oidc).authorizeUrl).get('scope');
    if (scopesIn(scope).includes('openid')) return [];
    return [fault('missing', 'openid', show(scope), '/federation/authorizeUrl')];
  },
});
