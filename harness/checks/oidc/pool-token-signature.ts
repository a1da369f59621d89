import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasPoolToken } from './_oidc.ts';
import { appFix, cognito } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-signature',
  title: {
    holds: 'The pool’s tokens are signed by the pool’s keys',
    fails: 'A token of the pool is not signed by the pool’s keys',
  },
  why: 'The application cannot tell it from one that anybody wrote.',
  fix: appFix('Token verification', 'Verify every token with the keys of the pool’s issuer.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-tokens-verifying-a-jwt',
      'Tokens are verified with the keys at /.well-known/jwks.json of the issuer.',
    ),
  ],
  messages: { other: 'The {name} token is not verified by any key of the pool.' },
  applies: hasPoolToken,
  run: ({ oidc }) => {
    const { idToken, accessToken } = applicationOf(oidc);
    const tokens = [
      { name: 'ID', path: 'idToken', token: idToken },
      { name: 'access', path: 'accessToken', token: accessToken },
    ];
    return tokens.flatMap(({ name, path, token }) =>
      token === undefined || token.signature === 'verified'
        ? []
        : [fault('other', 'verified', token.signature, `/application/${path}/signature`, { name })],
    );
  },
});
