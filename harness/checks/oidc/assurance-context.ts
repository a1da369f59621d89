import { defineCheck } from '../../model/check.ts';
import { claimsOf, fault, idTokenOf, levelOf, show } from './_oidc.ts';
import { core, kosmos, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/assurance-context',
  title: {
    holds: 'The authentication context agrees with the level',
    fails: 'The authentication context contradicts the level',
  },
  why: 'One application reads the one, another the other, and they treat the same person differently.',
  fix: providerFix('OpenID Connect → Claims', 'Make acr and the claim of the level from the same proof.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('2', 'acr is the authentication context class that the authentication satisfied.'),
    kosmos('OAuth2 and OIDC', 'acr is /assurance/ial/2/ for a proofed identity.'),
  ],
  messages: { other: 'acr is {observed}, the claim {claim} says {expected}.' },
  applies: ({ oidc }) => {
    const { acr } = idTokenOf(oidc).claims;
    if (acr === undefined) return 'The ID token has no acr.';
    return levelOf(claimsOf(oidc)[oidc.assurance.claim]) !== undefined || 'The level cannot be read.';
  },
  run: ({ oidc }) => {
    const { claim } = oidc.assurance;
    const { acr } = idTokenOf(oidc).claims;
    const level = levelOf(claimsOf(oidc)[claim]);
    const named = levelOf(/^\/assurance\/ial\/(\d)\/?$/.exec(String(acr))?.[1]);
    if (named === level) return [];
    return [fault('other', show(level), show(acr), '/federation/idToken/claims/acr', { claim })];
  },
});
