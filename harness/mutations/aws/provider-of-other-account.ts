import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/provider-of-other-account',
  title: 'Role and provider are in an account where no provider is in use',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(xml, (role, provider) =>
        `${role},${provider}`.replaceAll('111122223333', '444455556666'),
      ),
  },
  breaks: ['aws/role-provider', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.assertions('Each value is a comma-delimited pair of the ARNs of a role and of a provider.')],
  needsArtifacts: ['account'],
});
