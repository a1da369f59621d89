import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasIdToken, idTokenOf, queryOf, show } from './_oidc.ts';
import { core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-nonce',
  title: {
    holds: 'The ID token gives the nonce back as it was sent',
    fails: 'The ID token does not give the nonce back as it was sent',
  },
  why: 'The token of another login could take the place of this one.',
  fix: providerFix('OpenID Connect → ID token', 'Put the nonce of the request into the token.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('3.1.3.7', 'Item 11: the nonce is the one that was sent.'),
    core('2', 'A nonce of the request is included in the ID token.'),
  ],
  messages: {
    missing: 'The ID token has no nonce.',
    other: 'The ID token has the nonce {observed}; {expected} was sent.',
  },
  applies: ({ oidc }) => {
    const sent = queryOf(federationOf(oidc).authorizeUrl).get('nonce');
    return sent === null ? 'No nonce was sent.' : hasIdToken({ oidc });
  },
  run: ({ oidc }) => {
    const sent = queryOf(federationOf(oidc).authorizeUrl).get('nonce');
    const { nonce } = idTokenOf(oidc).claims;
    const at = '/federation/idToken/claims/nonce';
    if (nonce === undefined) return [fault('missing', show(sent), 'nothing', at)];
    return nonce === sent ? [] : [fault('other', show(sent), show(nonce), at)];
  },
});
