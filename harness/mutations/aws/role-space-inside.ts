import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-space-inside',
  title: 'A role ARN has a space in the name',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role.replace('PowerUser', 'Power User')},${provider}`),
  },
  breaks: ['aws/role-white-space', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Each value is a comma-delimited pair of the ARNs of a role and of a provider.')],
  needsArtifacts: ['account'],
});
