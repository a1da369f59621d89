import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-of-china',
  title: 'Role and provider are of AWS China',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role},${provider}`.replaceAll('arn:aws:', 'arn:aws-cn:')),
  },
  breaks: ['aws/role-partition'],
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
