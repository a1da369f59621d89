import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/two-phones-patched',
  title: 'A change gives a person two phone numbers',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(
        record,
        { operation: 'PatchUser' },
        { op: 'replace', path: 'phoneNumbers', value: [{ value: '+15550100' }, { value: '+15550101' }] },
      ),
  },
  breaks: ['scim/single-valued'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchUser', 'Only single values are permitted.')],
  needsArtifacts: ['scim'],
});
