import { defineCheck } from '../../model/check.ts';
import { fault, hasUser, idTokenOf, show } from './_oidc.ts';
import { cognito, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/user-name',
  title: {
    holds: 'The pool knows the person by the provider’s name and their subject',
    fails: 'The pool knows the person by another name than their provider gives',
  },
  why: 'Somebody signs in as a second person, and has lost what was theirs.',
  fix: poolFix(providerPage, 'Keep the provider’s name, and let sub be the user name.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito('cognito-user-pools-oidc-flow', 'The user name is the provider’s name, an underscore and sub.'),
  ],
  messages: { other: 'The user is {observed}; provider and subject give {expected}.' },
  applies: hasUser,
  run: ({ oidc }) => {
    const expected = `${oidc.provider.name}_${String(idTokenOf(oidc).claims.sub)}`;
    const { username } = oidc.user ?? { username: '' };
    return username === expected ? [] : [fault('other', show(expected), show(username), '/user/username')];
  },
});
