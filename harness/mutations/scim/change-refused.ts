import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/change-refused',
  title: 'The service refuses to switch somebody off',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'PatchUser' }, { status: 403, reason: 'AccessDeniedException' }),
  },
  breaks: ['scim/accepted'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchUser', 'AccessDeniedException: the operation cannot be performed.')],
  needsArtifacts: ['scim'],
});
