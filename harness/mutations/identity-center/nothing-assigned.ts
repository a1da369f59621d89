import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/nothing-assigned',
  title: 'No account is assigned to the person, and the portal shows some',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record) => ({ ...record, access: [] }),
  },
  breaks: ['identity-center/access-shown', 'identity-center/assignment'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-identity-center',
      section: 'Assign user access to AWS accounts',
      says: 'Users or groups are assigned to accounts, with permission sets.',
    },
  ],
});
