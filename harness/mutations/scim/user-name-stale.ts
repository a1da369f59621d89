import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/user-name-stale',
  title: 'A new user name does not arrive',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) => changeThere(record, 'Bob', (bob) => [{ ...bob, userName: 'bob.old@example.com' }]),
  },
  breaks: ['scim/users-same'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    refs.userGuide(
      'Automatic provisioning',
      'Changes at the identity provider are synchronised to Identity Center.',
    ),
  ],
  needsArtifacts: ['directory'],
});
