import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'identity-center/user-active',
  title: {
    holds: 'The person’s user in IAM Identity Center is enabled',
    fails: 'The person’s user in IAM Identity Center is disabled',
  },
  why: 'The identity provider lets the person through, and AWS shows a general error.',
  fix: {
    console: 'IAM Identity Center',
    field: 'Users → the user → Enable user access',
    change: 'Enable the user, or remove the person from the application.',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Disable user access',
      says: 'A user whose access is disabled is at once kept from signing in to the portal.',
    },
  ],
  messages: { disabled: 'The user {user} is disabled; it has to be enabled.' },
  applies: ({ setup }) => (setup.user !== undefined && setup.user !== null) || 'The user is not known.',
  run: ({ setup }) =>
    setup.user?.active === false
      ? [
          {
            message: 'disabled' as const,
            data: { user: setup.user.userName },
            expected: 'enabled',
            observed: 'disabled',
            where: { artifact: 'setup', path: '/user/active' },
          },
        ]
      : [],
});
