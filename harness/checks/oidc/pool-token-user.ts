import { defineCheck } from '../../model/check.ts';
import { fault, hasUser, poolTokenOf, show } from './_oidc.ts';
import { appFix, cognito } from './_refs.ts';

export default defineCheck({
  id: 'oidc/pool-token-user',
  title: {
    holds: 'The pool’s ID token is about the person who signed in',
    fails: 'The pool’s ID token is about another person than signed in',
  },
  why: 'Somebody is in the application as somebody else.',
  fix: appFix('Token verification', 'Tell people apart by sub, and show cognito:username.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    cognito(
      'amazon-cognito-user-pools-using-the-id-token',
      'cognito:username is the user name, sub the identifier of the person.',
    ),
  ],
  messages: { other: 'The token is about {observed}; {expected} signed in.' },
  applies: hasUser,
  run: ({ oidc }) => {
    const { 'cognito:username': named } = poolTokenOf(oidc).claims;
    const { username } = oidc.user ?? { username: '' };
    if (named === username) return [];
    return [fault('other', show(username), show(named), '/application/idToken/claims/cognito:username')];
  },
});
