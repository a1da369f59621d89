import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/user-disabled',
  title: 'The user in IAM Identity Center is disabled',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record) => (record.user ? { ...record, user: { ...record.user, active: false } } : record),
  },
  breaks: ['identity-center/user-active'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Disable user access',
      says: 'A user whose access is disabled is at once kept from signing in to the portal.',
    },
  ],
});
