import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-unknown',
  title: 'A Role value names a role that the account does not have',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role.replace('PowerUser', 'Developer')},${provider}`),
  },
  breaks: ['aws/role-exists', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('A role that does not exist is not authorized.')],
  needsArtifacts: ['account'],
});
