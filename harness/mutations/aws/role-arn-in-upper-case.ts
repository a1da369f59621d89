import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-arn-in-upper-case',
  title: 'The fixed words of a role ARN are in upper case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role.replace('arn:aws:iam', 'ARN:AWS:IAM')},${provider}`),
  },
  breaks: ['aws/role-case', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('Names are case-sensitive.')],
  needsArtifacts: ['account'],
});
