import { defineCheck } from '../../model/check.ts';
import { fault, hasPoolToken, poolTokenOf, show } from './_oidc.ts';
import { appFix, cognito } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-issuer',
  title: {
    holds: 'The pool’s ID token names the pool',
    fails: 'The pool’s ID token names another issuer than the pool',
  },
  why: 'A token of any other pool would open the application.',
  fix: appFix('Token verification', 'Compare iss with the address of this pool.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-tokens-verifying-a-jwt',
      'iss is https://cognito-idp, the region, and the pool’s id.',
    ),
  ],
  messages: { other: 'The token names {observed}; the pool is {expected}.' },
  applies: hasPoolToken,
  run: ({ oidc }) => {
    const { iss } = poolTokenOf(oidc).claims;
    const { region, poolId } = oidc.pool;
    const expected = `https://cognito-idp.${region}.amazonaws.com/${poolId}`;
    return iss === expected
      ? []
      : [fault('other', show(expected), show(iss), '/application/idToken/claims/iss')];
  },
});
