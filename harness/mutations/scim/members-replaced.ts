import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/members-replaced',
  title: 'The members of a group are replaced as a whole',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(record, { operation: 'PatchGroup' }, { op: 'replace', path: 'members', value: [] }),
  },
  breaks: ['scim/membership-whole'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchGroup', 'Replacing all memberships is a ValidationException.')],
  needsArtifacts: ['scim'],
});
