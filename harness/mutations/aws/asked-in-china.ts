import { defineMutation } from '../../model/mutation.ts';
import { changeAttempt } from './_sts.ts';

export default defineMutation({
  id: 'aws/asked-in-china',
  title: 'A tool asks STS of AWS China for a role of AWS',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts) =>
      changeAttempt(sts, 'credentials', (attempt) => ({
        ...attempt,
        url: 'https://sts.cn-north-1.amazonaws.com.cn/',
      })),
  },
  breaks: ['aws/request-endpoint'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-iam',
      section: 'Manage AWS STS in an AWS Region',
      says: 'Each partition has endpoints of its own.',
    },
  ],
  needsArtifacts: ['account'],
});
