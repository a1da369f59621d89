import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, groupNameOf, pushFix, whereGroup } from './_directory.ts';

export default defineCheck({
  id: 'scim/members-same',
  title: {
    holds: 'Every group has the same members on both sides',
    fails: 'A group has other members at the service',
  },
  why: 'A member too few has no access; a member too many has access that was withdrawn.',
  fix: pushFix(
    'Push again; where the difference stays, look at the requests for the group that were refused.',
  ),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.guide('Group management', 'Groups are pushed, and their membership is managed in AWS.'),
    refs.schema('4.2', 'members lists who is in the group.'),
  ],
  messages: {
    missing: '{user} is not in the group {group} at the service.',
    extra: '{user} is in the group {group} at the service, and has to be out of it.',
  },
  applies: ({ directory }) => directory.expected.groups.length > 0 || 'No group is pushed.',
  run: ({ directory: { expected, found } }) =>
    expected.groups.flatMap((wanted) => {
      const there = counterpart(wanted, found.groups, groupNameOf);
      if (there === undefined) return [];
      const where = whereGroup(found, there, 'found');
      // Somebody who is not there at all is the subject of scim/users-there.
      const known = new Set(found.users.map(({ userName }) => userName));
      const missing = wanted.members.filter((user) => known.has(user) && !there.members.includes(user));
      const extra = there.members.filter((user) => !wanted.members.includes(user) && !isRenamed(user));
      const fault = (message: 'missing' | 'extra') => (user: string) => ({
        message,
        data: { user, group: wanted.displayName },
        expected: wanted.members.join(', '),
        observed: there.members.join(', '),
        where,
      });
      return [...missing.map(fault('missing')), ...extra.map(fault('extra'))];

      /** A member under a name that differs is the subject of scim/users-same. */
      function isRenamed(user: string): boolean {
        const own = found.users.find(({ userName }) => userName === user);
        const same = expected.users.find(
          ({ externalId }) => externalId !== undefined && externalId === own?.externalId,
        );
        return same !== undefined && same.userName !== user && wanted.members.includes(same.userName);
      }
    }),
});
