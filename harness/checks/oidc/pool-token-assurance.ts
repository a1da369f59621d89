import { defineCheck } from '../../model/check.ts';
import { fault, hasUser, poolTokenOf, show } from './_oidc.ts';
import { cognito, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-assurance',
  title: {
    holds: 'The pool’s ID token carries the level of assurance',
    fails: 'The pool’s ID token does not carry the level of assurance',
  },
  why: 'Whoever depends on the claim refuses everybody, or believes a level that nobody proved.',
  fix: poolFix(
    'App clients → the client → Attribute permissions',
    'Let the client read the attribute of the level.',
  ),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-the-id-token',
      'The token has the attributes that the client may read.',
    ),
  ],
  messages: {
    missing: 'The token has no claim {attribute}; the person’s attribute is {expected}.',
    other: 'The token says {observed}; the person’s attribute is {expected}.',
  },
  applies: ({ oidc }) => {
    const has = hasUser({ oidc });
    if (has !== true) return has;
    return oidc.user?.attributes[oidc.assurance.attribute] !== undefined || 'The person has no level.';
  },
  run: ({ oidc }) => {
    const { attribute } = oidc.assurance;
    const kept = oidc.user?.attributes[attribute];
    const carried = poolTokenOf(oidc).claims[attribute];
    if (carried === kept) return [];
    const at = `/application/idToken/claims/${attribute}`;
    return [fault(carried === undefined ? 'missing' : 'other', show(kept), show(carried), at, { attribute })];
  },
});
