import { defineCheck } from '../../model/check.ts';
import { attributeText, claimsOf, fault, hasUser, mappingOf, show } from './_oidc.ts';
import { cognito, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-value',
  title: {
    holds: 'Every mapped attribute holds what the provider sent',
    fails: 'A mapped attribute does not hold what the provider sent',
  },
  why: 'People are shown, and let in, by what used to be true of them.',
  fix: poolFix(mappingPage, 'Compare the mapping with the provider’s claims line by line.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'Mapped attributes are brought up to date at every sign-in.',
    ),
  ],
  messages: { other: 'The attribute {attribute} is {observed}; the claim {claim} is {expected}.' },
  applies: hasUser,
  run: ({ oidc }) => {
    const claims = claimsOf(oidc);
    return mappingOf(oidc).flatMap(([attribute, claim]) => {
      const sent = attributeText(claims[claim]);
      const kept = oidc.user?.attributes[attribute];
      if (sent === undefined || sent === '' || sent === kept) return [];
      const at = `/user/attributes/${attribute}`;
      return [fault('other', show(sent), show(kept), at, { attribute, claim })];
    });
  },
});
