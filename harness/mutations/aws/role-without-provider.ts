import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-without-provider',
  title: 'A Role value names the role alone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => changeFirstRole(xml, (role) => role),
  },
  breaks: ['aws/role-pair', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Each value is a comma-delimited pair of the ARNs of a role and of a provider.')],
  needsArtifacts: ['account'],
});
