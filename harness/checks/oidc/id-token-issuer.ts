import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { core, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-issuer',
  title: {
    holds: 'The ID token names the issuer that the pool was told',
    fails: 'The ID token names another issuer than the pool was told',
  },
  why: 'A token of somebody else’s provider must not count here.',
  fix: poolFix(providerPage, 'Enter the issuer to the letter as it is in the tokens.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [core('3.1.3.7', 'Item 2: iss exactly matches the issuer.')],
  messages: { other: 'The ID token names {observed}; the pool was told {expected}.' },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const { iss } = idTokenOf(oidc).claims;
    if (iss === oidc.issuer) return [];
    return [fault('other', show(oidc.issuer), show(iss), '/federation/idToken/claims/iss')];
  },
});
