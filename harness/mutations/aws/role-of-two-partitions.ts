import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-of-two-partitions',
  title: 'The role is of AWS, the provider of GovCloud',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role},${provider.replace('arn:aws:', 'arn:aws-us-gov:')}`),
  },
  breaks: ['aws/role-partition', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-iam',
      section: 'IAM identifiers',
      says: 'An ARN names partition, service, account and resource, exactly.',
    },
  ],
  needsArtifacts: ['account'],
});
