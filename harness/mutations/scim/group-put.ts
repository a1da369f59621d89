import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/group-put',
  title: 'The client overwrites a group by PUT',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(
        record,
        { operation: 'PatchGroup' },
        { operation: 'Unknown', method: 'PUT', status: 404 },
      ),
  },
  breaks: ['scim/accepted', 'scim/endpoint'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('Supported API operations', 'Groups are created, read, listed, patched and deleted.')],
  needsArtifacts: ['scim'],
});
