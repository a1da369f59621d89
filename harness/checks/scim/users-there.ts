import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, pushFix, userNameOf, whereUser } from './_directory.ts';

export default defineCheck({
  id: 'scim/users-there',
  title: {
    holds: 'Everybody who is entitled is at the service',
    fails: 'Somebody who is entitled is not at the service',
  },
  why: 'Identity Center makes nobody on the way: who is not provisioned is refused after a login that worked.',
  fix: pushFix('Push again, and look at the requests that were refused.'),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.userGuide('External identity providers', 'Users must be provisioned before they can sign in.'),
    refs.guide('Automated provisioning with SCIM', 'Accounts are created, removed and updated in AWS.'),
  ],
  messages: { missing: '{user} is entitled, and not at the service.' },
  applies: ({ directory }) => directory.expected.users.length > 0 || 'Nobody is entitled.',
  run: ({ directory: { expected, found } }) =>
    expected.users
      // Somebody who is switched off on one side need not be made on the other.
      .filter((user) => user.active && counterpart(user, found.users, userNameOf) === undefined)
      .map((user) => ({
        message: 'missing' as const,
        data: { user: user.userName },
        expected: user.userName,
        observed: 'nobody',
        where: whereUser(expected, user, 'expected'),
      })),
});
