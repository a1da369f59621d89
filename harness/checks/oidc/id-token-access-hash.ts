import { defineCheck } from '../../model/check.ts';
import { fault, idTokenOf, show } from './_oidc.ts';
import { core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-access-hash',
  title: {
    holds: 'The ID token belongs to the access token that came with it',
    fails: 'The ID token belongs to another access token than came with it',
  },
  why: 'An access token of somebody else could be slipped in beside it.',
  fix: providerFix('OpenID Connect → ID token', 'Compute at_hash of the access token of the same answer.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [core('3.1.3.8', 'at_hash, if present, is the left half of the access token’s hash.')],
  messages: { other: 'at_hash is {observed}; the access token gives {expected}.' },
  applies: ({ oidc }) => {
    const { claims, accessTokenHash } = idTokenOf(oidc);
    if (accessTokenHash === undefined) return 'No access token came with it.';
    return claims.at_hash !== undefined || 'The ID token has no at_hash, and need not have one here.';
  },
  run: ({ oidc }) => {
    const { claims, accessTokenHash } = idTokenOf(oidc);
    if (claims.at_hash === accessTokenHash) return [];
    return [
      fault('other', show(accessTokenHash), show(claims.at_hash), '/federation/idToken/claims/at_hash'),
    ];
  },
});
