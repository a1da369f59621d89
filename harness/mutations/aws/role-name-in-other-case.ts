import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-name-in-other-case',
  title: 'A Role value names the role in another case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role.replace('PowerUser', 'poweruser')},${provider}`),
  },
  breaks: ['aws/role-exists', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('Names of roles are case-sensitive.')],
  needsArtifacts: ['account'],
});
