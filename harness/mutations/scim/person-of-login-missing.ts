import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/person-of-login-missing',
  title: 'Whoever logs in is not at the service',
  stage: 'in-transit',
  change: { on: 'directory', apply: (record) => changeThere(record, 'Alice', () => []) },
  breaks: ['scim/name-id', 'scim/users-there'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.userGuide('External identity providers', 'Users must be provisioned before they can sign in.')],
  needsArtifacts: ['directory'],
});
