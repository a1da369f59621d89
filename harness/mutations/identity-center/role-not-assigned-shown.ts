import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/role-not-assigned-shown',
  title: 'The portal shows a role that is not assigned',
  stage: 'in-transit',
  change: {
    on: 'portal',
    apply: (record) => ({
      ...record,
      accounts: record.accounts.map((account) => ({
        ...account,
        roles: [...account.roles, 'UnassignedAdministrator'],
      })),
    }),
  },
  breaks: ['identity-center/access-shown'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Using the AWS access portal',
      says: 'The portal shows the accounts and applications to which the user was given access; an administrator mends it when one is missing or not as expected.',
    },
  ],
});
