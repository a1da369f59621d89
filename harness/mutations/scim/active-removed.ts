import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/active-removed',
  title: 'A change removes the state of an account',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeOperations(record, { operation: 'PatchUser' }, { op: 'remove', path: 'active' }),
  },
  breaks: ['scim/patch-form'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchUser', 'active cannot be removed.')],
  needsArtifacts: ['scim'],
});
