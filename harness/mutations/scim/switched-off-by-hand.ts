import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/switched-off-by-hand',
  title: 'Somebody is switched off at the service alone',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) => changeThere(record, 'Bob', (bob) => [{ ...bob, active: false }]),
  },
  breaks: ['scim/users-active'],
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
