import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/user-name-in-other-case',
  title: 'The user name is at the service in another case',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) =>
      changeThere(record, 'Alice', (alice) => [{ ...alice, userName: alice.userName.toUpperCase() }]),
  },
  breaks: ['scim/name-id', 'scim/users-same'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('4.1.1', 'SCIM takes another case of a userName for the same.')],
  needsArtifacts: ['directory'],
});
