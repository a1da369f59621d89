import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/group-attribute-unknown',
  title: 'A change gives a group a description',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(
        record,
        { operation: 'PatchGroup' },
        { op: 'add', path: 'description', value: 'Builds things' },
      ),
  },
  breaks: ['scim/patch-form'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchGroup', 'Only displayName, members and externalId are changed.')],
  needsArtifacts: ['scim'],
});
