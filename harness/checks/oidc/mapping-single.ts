import { defineCheck } from '../../model/check.ts';
import { claimsOf, fault, hasIdToken, mappingOf, show } from './_oidc.ts';
import { cognito, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-single',
  title: {
    holds: 'Every mapped claim has one plain value',
    fails: 'A mapped claim has several values, or none that is plain',
  },
  why: 'The pool joins several values to one text, which nothing compares equal to.',
  fix: providerFix('OpenID Connect → Claims', 'Send one text, number or truth value.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'Several values are kept as one encoded text, which the application has to take apart.',
    ),
  ],
  messages: { several: 'The claim {claim} is {observed}.' },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const claims = claimsOf(oidc);
    return mappingOf(oidc).flatMap(([, claim]) => {
      const value = claims[claim];
      if (claim === oidc.assurance.claim || typeof value !== 'object' || value === null) return [];
      return [fault('several', 'one value', show(value), `/federation/idToken/claims/${claim}`, { claim })];
    });
  },
});
