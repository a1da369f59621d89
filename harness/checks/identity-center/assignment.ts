import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'identity-center/assignment',
  title: {
    holds: 'The person is assigned to at least one account',
    fails: 'The person is assigned to no account',
  },
  why: 'The login succeeds and ends on an empty portal, which people report as a failed login.',
  fix: {
    console: 'IAM Identity Center',
    field: 'AWS accounts → Assign users or groups',
    change: 'Assign the person, or a group of theirs, with a permission set.',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Assign user access to AWS accounts',
      says: 'Users or groups are assigned to accounts, with permission sets.',
    },
    {
      document: '1kosmos',
      section: 'Step 4',
      says: 'Permission sets are assigned to groups or individual users.',
    },
  ],
  messages: { none: 'No account is assigned to {user}; at least one is wanted.' },
  applies: ({ setup }) => {
    if (setup.user === null) return 'The person is no user; identity-center/user-exists tells.';
    return setup.access !== undefined || 'The assignments are not known.';
  },
  run: ({ setup }) => {
    if ((setup.access ?? []).some(({ roles }) => roles.length > 0)) return [];
    return [
      {
        message: 'none' as const,
        data: { user: setup.user?.userName ?? 'the person' },
        expected: 'an account with a permission set',
        observed: 'none',
        where: { artifact: 'setup', path: '/access' },
      },
    ];
  },
});
