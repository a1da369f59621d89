import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, pushFix, userNameOf, whereUser } from './_directory.ts';

export default defineCheck({
  id: 'scim/leavers-off',
  title: {
    holds: 'Nobody is active at the service who is not entitled any more',
    fails: 'Somebody is active at the service who is not entitled any more',
  },
  why: 'A person who left keeps an account, its groups and whatever session is open.',
  fix: pushFix('Push again, and set the client to remove or deactivate people who are not entitled.'),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.guide('Capabilities overview', 'Accounts are removed.'),
    refs.userGuide('Delete users', 'A user who is deleted loses access to the accounts.'),
  ],
  messages: { 'still-active': '{user} is active at the service, and not entitled.' },
  run: ({ directory: { expected, found, byHand } }) =>
    found.users
      .filter(({ active, userName }) => active && !byHand.includes(userName))
      .filter((user) => counterpart(user, expected.users, userNameOf) === undefined)
      .map((user) => ({
        message: 'still-active' as const,
        data: { user: user.userName },
        expected: 'removed or switched off',
        observed: 'active',
        where: whereUser(found, user, 'found'),
      })),
});
