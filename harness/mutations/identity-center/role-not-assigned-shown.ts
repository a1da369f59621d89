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
      section: 'Assign user access to AWS accounts',
      says: 'Users see the accounts and permission sets that are assigned to them.',
    },
  ],
});
