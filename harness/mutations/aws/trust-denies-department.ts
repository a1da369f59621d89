import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-denies-department',
  title: 'A trust policy denies everybody outside another department',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) =>
      changeTrust(account, (statement) => [
        statement,
        {
          Effect: 'Deny',
          Principal: statement.Principal,
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringNotEquals: { 'aws:RequestTag/Department': 'Finance' } },
        },
      ]),
  },
  breaks: ['aws/trust-denied'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'Policy evaluation logic',
      says: 'An explicit Deny overrides any Allow.',
    },
  ],
  needsArtifacts: ['account'],
});
