import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasCalled, show } from './_oidc.ts';
import { cognito, core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/token-client-auth',
  title: {
    holds: 'The pool proves itself by its secret in the form',
    fails: 'The pool does not prove itself by its secret in the form',
  },
  why: 'A code that anybody may redeem is as good as a token for whoever finds it.',
  fix: poolFix(providerPage, 'Enter the client secret that the provider gave.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    core('3.1.3.1', 'A client with a secret authenticates at the token endpoint.'),
    cognito('cognito-user-pools-oidc-idp', 'The pool authenticates by client_secret_post.'),
  ],
  messages: { other: 'The pool authenticated by {observed}.' },
  applies: hasCalled,
  run: ({ oidc }) => {
    const used = federationOf(oidc).tokenCall?.clientAuthentication;
    if (used === 'client_secret_post') return [];
    return [fault('other', 'client_secret_post', show(used), '/federation/tokenCall/clientAuthentication')];
  },
});
