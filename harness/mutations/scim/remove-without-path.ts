import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/remove-without-path',
  title: 'A change removes something without saying what',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeOperations(record, { operation: 'PatchUser' }, { op: 'remove' }),
  },
  breaks: ['scim/patch-form'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchUser', 'Operations are add, replace and remove, and remove needs a path.')],
  needsArtifacts: ['scim'],
});
