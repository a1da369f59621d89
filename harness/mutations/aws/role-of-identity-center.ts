import { refs } from '../../aws/spec-refs.ts';
import { defineMutation } from '../../model/mutation.ts';
import { changeFirstRole } from './_message.ts';

export default defineMutation({
  id: 'aws/role-of-identity-center',
  title: 'A Role value names a role that IAM Identity Center made',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      changeFirstRole(
        xml,
        (role, provider) =>
          `${role.replace('PowerUser', 'AWSReservedSSO_PowerUserAccess_0123456789abcdef')},${provider}`,
      ),
  },
  breaks: ['aws/role-reserved', 'aws/roles-agreed'],
  hostile: false,
  safe: 'refuses',
  refs: [refs.api('It does not work on roles whose names begin with AWSReservedSSO_.')],
  needsArtifacts: ['account'],
});
