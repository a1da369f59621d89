import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { counterpart, groupNameOf, pushFix, whereGroup } from './_directory.ts';

export default defineCheck({
  id: 'scim/groups-there',
  title: {
    holds: 'Every group that is pushed is at the service, under its name',
    fails: 'A group that is pushed is not at the service, or has another name there',
  },
  why: 'Permission sets are assigned to groups: without the group nobody has the access.',
  fix: pushFix('Switch group provisioning on, and push again.'),
  judges: 'setup',
  needs: ['directory'],
  refs: [
    refs.guide(
      'Enable SCIM provisioning in idemeum',
      'Group provisioning is set to true; groups are pushed and people assigned to them.',
    ),
    refs.schema('4.2', 'displayName is the name of the group.'),
  ],
  messages: {
    missing: 'The group {group} is not at the service.',
    renamed: 'The group {group} is called "{there}" at the service.',
  },
  applies: ({ directory }) => directory.expected.groups.length > 0 || 'No group is pushed.',
  run: ({ directory: { expected, found } }) =>
    expected.groups.flatMap((wanted) => {
      const there = counterpart(wanted, found.groups, groupNameOf);
      if (there?.displayName === wanted.displayName) return [];
      return [
        {
          message: there === undefined ? ('missing' as const) : ('renamed' as const),
          data: { group: wanted.displayName, there: there?.displayName ?? '' },
          expected: wanted.displayName,
          observed: there?.displayName ?? 'none',
          where:
            there === undefined
              ? whereGroup(expected, wanted, 'expected')
              : whereGroup(found, there, 'found'),
        },
      ];
    }),
});
