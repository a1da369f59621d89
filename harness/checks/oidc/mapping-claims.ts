import { defineCheck } from '../../model/check.ts';
import { claimsOf, fault, hasIdToken, mappingOf } from './_oidc.ts';
import { cognito, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-claims',
  title: {
    holds: 'The provider sends every claim that is mapped',
    fails: 'The provider does not send a claim that is mapped',
  },
  why: 'The attribute stays empty or keeps its old value; a required one stops the sign-in.',
  fix: providerFix(
    'OpenID Connect → Claims',
    'Release the claim to the pool’s client, and ask for its scope.',
  ),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'Where a claim is missing later, the old value stays.',
    ),
  ],
  messages: { missing: 'The attribute {attribute} is mapped from {observed}, which did not come.' },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const claims = claimsOf(oidc);
    const isEmpty = (value: unknown) => value === undefined || value === null || value === '';
    return mappingOf(oidc)
      .filter(([, claim]) => claim !== oidc.assurance.claim && isEmpty(claims[claim]))
      .map(([attribute, claim]) =>
        fault('missing', 'a value', claim, `/federation/idToken/claims/${claim}`, { attribute }),
      );
  },
});
