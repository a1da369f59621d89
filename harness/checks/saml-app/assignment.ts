import { defineCheck } from '../../model/check.ts';
import { hasApplication, judgeApplication } from './_application.ts';

export default defineCheck({
  id: 'saml-app/assignment',
  title: {
    holds: 'The application is assigned to the person, or to a group of theirs',
    fails: 'The application is assigned neither to the person nor to a group of theirs',
  },
  why: 'The tile is not in the portal, and a sign-in that begins at the application ends with “No access”.',
  fix: {
    console: 'IAM Identity Center',
    field: 'Applications → the application → Assign users and groups',
    change: 'Assign the person, or a group that they are in.',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Assign user access to applications',
      says: 'Users and groups are given single sign-on to an application by assigning it to them.',
    },
  ],
  messages: { none: 'The application is not assigned to {user}, nor to any of {groups}.' },
  applies: hasApplication,
  run: ({ setup }) =>
    judgeApplication(setup, ({ assigned, groups }) =>
      assigned
        ? []
        : [
            {
              message: 'none' as const,
              data: {
                user: setup.user?.userName ?? 'the person',
                groups: groups.map(({ name }) => name).join(', ') || 'their groups (there are none)',
              },
              expected: 'an assignment',
              observed: 'none',
              where: { artifact: 'setup' as const, path: '/application/assigned' },
            },
          ],
    ),
});
