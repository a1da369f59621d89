import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/patch-verb-unknown',
  title: 'A change has an operation of its own',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(record, { operation: 'PatchUser' }, { op: 'set', path: 'active', value: false }),
  },
  breaks: ['scim/patch-form'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchUser', 'Operations are add, replace and remove, and remove needs a path.')],
  needsArtifacts: ['scim'],
});
