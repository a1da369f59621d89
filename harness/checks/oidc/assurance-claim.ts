import { defineCheck } from '../../model/check.ts';
import { claimsOf, fault, hasIdToken, levelOf, show } from './_oidc.ts';
import { kosmos, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/assurance-claim',
  title: {
    holds: 'The provider says in a readable form how well somebody is known',
    fails: 'The provider does not say in a readable form how well somebody is known',
  },
  why: 'Whoever reads the claim refuses a proofed person, or lets in one who is not.',
  fix: providerFix('OpenID Connect → Claims', 'Release the level as a whole number under the agreed name.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    kosmos(
      'Amazon Cognito, mechanism A',
      'The pool maps claims of the ID token to attributes; access is tied to the assurance claim.',
    ),
    {
      assumption: 'The level travels as a claim with a whole number, its name agreed with the tenant.',
      known: '1Kosmos documents the scope and acr; not the name of a claim.',
    },
  ],
  messages: {
    missing: 'There is no claim {claim}.',
    type: 'The claim {claim} is {observed}, which is no level.',
  },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const { claim } = oidc.assurance;
    const value = claimsOf(oidc)[claim];
    const at = `/federation/idToken/claims/${claim}`;
    if (value === undefined || value === null) return [fault('missing', 'a level', 'nothing', at, { claim })];
    return levelOf(value) === undefined ? [fault('type', 'a whole number', show(value), at, { claim })] : [];
  },
});
