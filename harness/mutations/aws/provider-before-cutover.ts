import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/provider-before-cutover',
  title: 'A Role value names a provider that is not there any more',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role},${provider.replace('1Kosmos', 'OldIdP')}`),
  },
  breaks: ['aws/role-provider'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('A provider that does not exist makes the login fail.')],
  needsArtifacts: ['account'],
});
