import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'identity-center/user-exists',
  title: {
    holds: 'The person is a user of IAM Identity Center',
    fails: 'The person is no user of IAM Identity Center',
  },
  why: 'IAM Identity Center makes no users at the login: the person sees only that an unexpected error occurred.',
  fix: {
    console: 'IAM Identity Center',
    field: 'Users',
    change: 'Create the user, or synchronise it, with the user name that the identity provider sends.',
  },
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'No user is created at sign-in: the user is made beforehand, by hand or by automatic provisioning.',
    },
    {
      document: '1kosmos',
      section: 'Step 4',
      says: 'Users are created or synchronised in IAM Identity Center.',
    },
  ],
  messages: { none: 'The directory has no user for this person; one is needed before the first login.' },
  applies: ({ setup }) => setup.user !== undefined || 'The directory was not asked.',
  run: ({ setup }) =>
    setup.user === null
      ? [
          {
            message: 'none' as const,
            expected: 'a user with the NameID as user name',
            observed: 'no such user',
            where: { artifact: 'setup', path: '/user' },
          },
        ]
      : [],
});
