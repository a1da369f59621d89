import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/family-name-stale',
  title: 'A new family name does not arrive',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) =>
      changeThere(record, 'Bob', (bob) => [{ ...bob, familyName: 'Old', displayName: 'Bob Old' }]),
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
