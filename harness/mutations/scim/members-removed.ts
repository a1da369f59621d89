import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/members-removed',
  title: 'The members of a group are removed as a whole',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(record, { operation: 'PatchGroup' }, { op: 'remove', path: 'members' }),
  },
  breaks: ['scim/membership-whole'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchGroup', 'Removing all memberships is a ValidationException.')],
  needsArtifacts: ['scim'],
});
