import { defineCheck } from '../../model/check.ts';
import { applicationOf, fault, hasPoolToken, poolTokenOf, queryOf, show } from './_oidc.ts';
import { appFix, cognito, core } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-nonce',
  title: {
    holds: 'The pool’s ID token gives the application’s nonce back',
    fails: 'The pool’s ID token does not give the application’s nonce back',
  },
  why: 'The token of another login could take the place of this one.',
  fix: appFix('Sign-in request', 'Send a nonce, and compare the one of the token with it.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    core('3.1.3.7', 'Item 11: the nonce is the one that was sent.'),
    cognito('authorization-endpoint', 'A nonce of the request is put into the ID token.'),
  ],
  messages: { other: 'The token has the nonce {observed}; {expected} was sent.' },
  applies: ({ oidc }) => {
    const sent = queryOf(applicationOf(oidc).authorizeUrl).get('nonce');
    return sent === null ? 'No nonce was sent.' : hasPoolToken({ oidc });
  },
  run: ({ oidc }) => {
    const sent = queryOf(applicationOf(oidc).authorizeUrl).get('nonce');
    const { nonce } = poolTokenOf(oidc).claims;
    return nonce === sent
      ? []
      : [fault('other', show(sent), show(nonce), '/application/idToken/claims/nonce')];
  },
});
