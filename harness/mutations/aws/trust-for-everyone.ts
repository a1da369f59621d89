import { defineMutation } from '../../model/mutation.ts';
import { changeTrust } from './_account.ts';

export default defineMutation({
  id: 'aws/trust-for-everyone',
  title: 'A trust policy lets everyone in',
  stage: 'in-transit',
  change: {
    on: 'account',
    apply: (account) => changeTrust(account, (statement) => [{ ...statement, Principal: '*' }]),
  },
  breaks: ['aws/trust-wildcard'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'AWS JSON policy elements: Principal',
      says: 'A wildcard as principal of an Allow stands for everyone.',
    },
  ],
  needsArtifacts: ['account'],
});
