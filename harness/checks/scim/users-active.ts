import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, pushFix, userNameOf, whereUser } from './_directory.ts';

export default defineCheck({
  id: 'scim/users-active',
  title: {
    holds: 'Whoever is active is active on both sides',
    fails: 'Somebody is active on one side, and switched off on the other',
  },
  why: 'Who is switched off at AWS alone is refused after a login that worked; who is active there alone keeps access.',
  fix: pushFix('Push again, and look at the requests that were refused.'),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.schema('4.1.1', 'active says whether the person may use the service.'),
    refs.userGuide(
      'Automatic provisioning',
      'A user who is deactivated at the identity provider is deactivated in Identity Center.',
    ),
  ],
  messages: {
    off: '{user} is switched off at the service, and has to be active.',
    on: '{user} is active at the service, and has to be switched off.',
  },
  applies: ({ directory }) => directory.expected.users.length > 0 || 'Nobody is entitled.',
  run: ({ directory: { expected, found } }) =>
    expected.users.flatMap((wanted) => {
      const there = counterpart(wanted, found.users, userNameOf);
      if (there === undefined || there.active === wanted.active) return [];
      const state = (active: boolean) => (active ? 'active' : 'switched off');
      return [
        {
          message: there.active ? ('on' as const) : ('off' as const),
          data: { user: wanted.userName },
          expected: state(wanted.active),
          observed: state(there.active),
          where: whereUser(found, there, 'found'),
        },
      ];
    }),
});
