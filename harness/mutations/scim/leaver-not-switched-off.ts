import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { EditError } from '../kit/edit.ts';
import { changeThere } from './_directory.ts';

export default defineMutation({
  id: 'scim/leaver-not-switched-off',
  title: 'A person who is switched off stays active at the service',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) => {
      const leaver = record.found.users.find(({ active }) => !active);
      if (leaver === undefined) throw new EditError('Nobody has left.');
      return changeThere(record, leaver.givenName, (one) => [{ ...one, active: true }]);
    },
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
