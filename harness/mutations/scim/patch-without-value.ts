import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/patch-without-value',
  title: 'A change replaces something by nothing',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeOperations(record, { operation: 'PatchUser' }, { op: 'replace', path: 'title' }),
  },
  breaks: ['scim/patch-form'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.5.2.3', 'A replacement has a value.')],
  needsArtifacts: ['scim'],
});
