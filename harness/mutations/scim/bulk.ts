import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/bulk',
  title: 'The client sends bulk requests',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(
        record,
        { operation: 'ListGroups' },
        { operation: 'Unknown', method: 'POST', target: '/Bulk', status: 404 },
      ),
  },
  breaks: ['scim/accepted', 'scim/endpoint'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('Limitations', '/Bulk is not supported.')],
  needsArtifacts: ['scim'],
});
