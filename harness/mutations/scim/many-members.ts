import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeOperations } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/many-members',
  title: 'A hundred and one memberships change at once',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeOperations(
        record,
        { operation: 'PatchGroup' },
        {
          op: 'remove',
          path: 'members',
          value: Array.from({ length: 101 }, (_, index) => ({
            value: `a408d4e8-0001-7000-8000-${String(index).padStart(12, '0')}`,
          })),
        },
      ),
  },
  breaks: ['scim/membership-size'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchGroup', 'At most 100 membership changes are allowed in a request.')],
  needsArtifacts: ['scim'],
});
