import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasCalled, queryOf } from './_oidc.ts';
import { pkce, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/token-verifier',
  title: {
    holds: 'The code verifier fits the challenge of the request',
    fails: 'The code verifier is missing or does not fit the challenge',
  },
  why: 'The challenge is worth nothing when the code is redeemed without its verifier.',
  fix: poolFix(providerPage, 'Nothing can be set: ask AWS.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    pkce('4.5', 'The client sends the code verifier to the token endpoint.'),
    pkce('4.6', 'The server compares its hash with the challenge.'),
  ],
  messages: {
    missing: 'The request has no code_verifier.',
    other: 'The hash of the verifier is not the challenge.',
  },
  applies: ({ oidc }) => {
    const challenge = queryOf(federationOf(oidc).authorizeUrl).get('code_challenge');
    return challenge === null ? 'No challenge was sent.' : hasCalled({ oidc });
  },
  run: ({ oidc }) => {
    const call = federationOf(oidc).tokenCall;
    const at = '/federation/tokenCall/verifierFits';
    if (!call?.fields.includes('code_verifier')) return [fault('missing', 'code_verifier', 'nothing', at)];
    return call.verifierFits === true ? [] : [fault('other', 'a verifier that fits', 'another', at)];
  },
});
