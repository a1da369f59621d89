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
      section: 'External identity providers',
      says: 'Users are provisioned before their first sign-in.',
    },
  ],
});
