import { defineCheck } from '../../model/check.ts';
import { attributeText, claimsOf, fault, hasIdToken, mappingOf } from './_oidc.ts';
import { cognito, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-length',
  title: {
    holds: 'Every mapped claim fits its attribute',
    fails: 'A mapped claim is too long for its attribute',
  },
  why: 'The sign-in ends in an error of the pool.',
  fix: poolFix(mappingPage, 'Set the maximum length of custom attributes to 2,048, and shorten the claim.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [cognito('cognito-user-pools-specifying-attribute-mapping', 'Values have at most 2,048 characters.')],
  messages: {
    long: 'The claim {claim} has {observed} characters; the attribute {attribute} takes {expected}.',
  },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const claims = claimsOf(oidc);
    return mappingOf(oidc).flatMap(([attribute, claim]) => {
      const { length = 0 } = attributeText(claims[claim]) ?? '';
      const longest = oidc.pool.schema.find(({ name }) => name === attribute)?.maxLength ?? 2048;
      if (length <= longest) return [];
      const at = `/federation/idToken/claims/${claim}`;
      return [fault('long', String(longest), String(length), at, { attribute, claim })];
    });
  },
});
