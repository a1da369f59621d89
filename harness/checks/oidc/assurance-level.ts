import { defineCheck } from '../../model/check.ts';
import { claimsOf, fault, hasIdToken, levelOf } from './_oidc.ts';
import { kosmos, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/assurance-level',
  title: {
    holds: 'The person is known well enough',
    fails: 'The person is not known well enough',
  },
  why: 'Access that asks for a proofed identity is refused to them.',
  fix: providerFix('Identity proofing', 'Let the person be proofed, and ask for LiveID at the sign-in.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [kosmos('OAuth2 and OIDC', 'The scope /assurance/ial/2 stands for identity assurance level 2.')],
  messages: { low: 'The claim {claim} is {observed}; at least {expected} is needed.' },
  applies: ({ oidc }) => {
    const has = hasIdToken({ oidc });
    if (has !== true) return has;
    return levelOf(claimsOf(oidc)[oidc.assurance.claim]) !== undefined || 'The level cannot be read.';
  },
  run: ({ oidc }) => {
    const { claim, minimum } = oidc.assurance;
    const level = levelOf(claimsOf(oidc)[claim]);
    if (level === undefined || level >= minimum) return [];
    return [fault('low', String(minimum), String(level), `/federation/idToken/claims/${claim}`, { claim })];
  },
});
