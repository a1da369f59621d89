import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/provider-in-other-case',
  title: 'A Role value names the provider in another case',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) => `${role},${provider.replace('1Kosmos', '1kosmos')}`),
  },
  breaks: ['aws/role-provider'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.troubleshooting('Names are case-sensitive.')],
  needsArtifacts: ['account'],
});
