import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/no-such-user',
  title: 'IAM Identity Center has no user for the person',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record) => ({ ...record, user: null }),
  },
  breaks: ['identity-center/user-exists'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Troubleshooting IAM Identity Center issues, An unexpected error has occurred',
      says: 'No user is created at sign-in: the user is made beforehand, by hand or by automatic provisioning.',
    },
  ],
});
