import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/member-by-name',
  title: 'A member is named by user name',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(
        record,
        { operation: 'PatchGroup' },
        { op: 'add', path: 'members', value: [{ value: 'alice.wong@example.com' }] },
      ),
  },
  breaks: ['scim/people-first'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.schema('4.2', 'A member’s value is the id that the service gave.')],
  needsArtifacts: ['scim'],
});
