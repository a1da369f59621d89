import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeBody } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/patch-without-schema',
  title: 'A change does not name the schema of changes',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeBody(record, { operation: 'PatchUser' }, () => ({ schemas: undefined })),
  },
  breaks: ['scim/patch-form'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.5.2', 'The body names the schema PatchOp.')],
  needsArtifacts: ['scim'],
});
