import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, queryOf, scopesIn, show } from './_oidc.ts';
import { clientPage, oauth, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-scope',
  title: {
    holds: 'The access token has no scope that was not asked for',
    fails: 'The access token has a scope that was not asked for',
  },
  why: 'The application holds more power over the person’s account than it needs.',
  fix: poolFix(clientPage, 'Allow the scopes that the application needs, and no others.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [oauth('3.3', 'The server tells when the scope differs from what was asked for.')],
  messages: { more: 'The access token has the scope {observed}, which was not asked for.' },
  applies: ({ oidc }) => applicationOf(oidc).accessToken !== undefined || 'The pool issued no access token.',
  run: ({ oidc }) => {
    const { authorizeUrl, accessToken } = applicationOf(oidc);
    const asked = scopesIn(queryOf(authorizeUrl).get('scope'));
    const { scope } = accessToken?.claims ?? {};
    return scopesIn(typeof scope === 'string' ? scope : '')
      .filter((one) => !asked.includes(one))
      .map((one) => fault('more', asked.join(' '), show(one), '/application/accessToken/claims/scope'));
  },
});
