import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/account-not-shown',
  title: 'The portal leaves an assigned account out',
  stage: 'in-transit',
  change: { on: 'portal', apply: (record) => ({ ...record, accounts: record.accounts.slice(1) }) },
  breaks: ['identity-center/access-shown'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Assign user access to AWS accounts',
      says: 'Users see the accounts and permission sets that are assigned to them.',
    },
  ],
});
