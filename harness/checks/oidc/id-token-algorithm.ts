import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { cognito, core, jwtPractice, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-algorithm',
  title: {
    holds: 'The ID token is signed by an algorithm that a pool takes',
    fails: 'The ID token is signed by an algorithm that a pool does not take, or by none',
  },
  why: 'An unsigned token must never count; and with "none" taken, anybody is anybody.',
  fix: providerFix('OpenID Connect → Signing', 'Sign ID tokens by RS256.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('2', 'ID tokens are not signed with none, but in one case that is not this.'),
    jwtPractice('3.1', 'Only algorithms that are expected are taken.'),
    cognito('cognito-user-pools-oidc-idp', 'HMAC-SHA, ECDSA and RSA are taken.'),
  ],
  messages: {
    none: 'The header says {observed}: the token is not signed.',
    other: 'The header says {observed}.',
  },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const { alg } = idTokenOf(oidc).header;
    const at = '/federation/idToken/header/alg';
    if (alg === undefined || String(alg).toLowerCase() === 'none')
      return [fault('none', 'RS256', show(alg), at)];
    return typeof alg === 'string' && /^(RS|ES|HS)(256|384|512)$/.test(alg)
      ? []
      : [fault('other', 'RS256', show(alg), at)];
  },
});
