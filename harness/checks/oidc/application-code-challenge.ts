import { defineCheck } from '../../model/check.ts';
import { judgeChallenge } from './_challenge.ts';
import { applicationOf, fault, hasAsked } from './_oidc.ts';
import { appFix, cognito, practice } from './_refs.ts';

export default defineCheck({
  id: 'oidc/application-code-challenge',
  title: {
    holds: 'The application protects its code by S256',
    fails: 'The application does not protect its code by S256',
  },
  why: 'A code that leaks from an address can be redeemed by whoever finds it.',
  fix: appFix('Sign-in request', 'Use PKCE with S256.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    practice('2.1.1', 'Public clients must use PKCE, confidential ones should.'),
    cognito('authorization-endpoint', 'S256 is the only method.'),
  ],
  messages: {
    missing: 'The request has no code_challenge.',
    method: 'The method is {observed}.',
    form: 'The challenge {observed} is no SHA-256 in base64url.',
    verifier: 'The code was redeemed without the verifier that fits.',
  },
  applies: hasAsked,
  run: ({ oidc }) => {
    const { authorizeUrl, tokenCall } = applicationOf(oidc);
    const wrong = judgeChallenge(authorizeUrl, '/application/authorizeUrl');
    if (wrong.length > 0 || tokenCall?.status !== 200 || tokenCall.verifierFits === true) return wrong;
    return [fault('verifier', 'a verifier that fits', 'none', '/application/tokenCall/verifierFits')];
  },
});
