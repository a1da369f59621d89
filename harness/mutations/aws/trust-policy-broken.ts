import { defineMutation } from '../../model/mutation.ts';
import { replaceText } from '../kit/edit.ts';
import { changeTrustText } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-policy-broken',
  title: 'A trust policy has a comma too many',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => changeTrustText(account, (policy) => replaceText(policy, '"Allow",', '"Allow",,')),
  },
  breaks: ['aws/trust-readable'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'Grammar of the IAM JSON policy language',
      says: 'A policy is JSON of this form.',
    },
  ],
  needsArtifacts: ['account'],
});
