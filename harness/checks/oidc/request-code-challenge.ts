import { defineCheck } from '../../model/check.ts';
import { judgeChallenge } from './_challenge.ts';
import { federationOf, wasSent } from './_oidc.ts';
import { pkce, poolFix, practice, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/request-code-challenge',
  title: {
    holds: 'The pool sends a code challenge by S256',
    fails: 'The pool sends no code challenge by S256',
  },
  why: 'A code that leaks on its way could be redeemed in another session.',
  fix: poolFix(providerPage, 'Nothing can be set: ask AWS.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    pkce('4.3', 'The client sends code_challenge and code_challenge_method.'),
    practice('2.1.1', 'PKCE is recommended for confidential clients as well.'),
    {
      assumption: 'A user pool sends a code challenge to its OpenID providers.',
      known: 'The developer guide does not say whether it does.',
    },
  ],
  messages: {
    missing: 'The request has no code_challenge.',
    method: 'The method is {observed}.',
    form: 'The challenge {observed} is no SHA-256 in base64url.',
  },
  applies: wasSent,
  run: ({ oidc }) => judgeChallenge(federationOf(oidc).authorizeUrl, '/federation/authorizeUrl'),
});
