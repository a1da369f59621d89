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
      section: 'Using the AWS access portal',
      says: 'The portal shows the accounts and applications to which the user was given access; an administrator mends it when one is missing or not as expected.',
    },
  ],
});
