import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-of-other-account',
  title: 'The role is in another account than the provider',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role.replace('111122223333', '444455556666')},${provider}`),
  },
  breaks: ['aws/role-account', 'aws/roles-agreed'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.provider('A provider is a resource of one account, and roles of that account trust it.')],
  needsArtifacts: ['account'],
});
