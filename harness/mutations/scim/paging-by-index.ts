import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/paging-by-index',
  title: 'Lists are paged by startIndex',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'ListUsers' }, { target: '/Users?startIndex=101&count=100' }),
  },
  breaks: ['scim/paging'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('ListUsers', 'cursor and count are supported, startIndex is not.')],
  needsArtifacts: ['scim'],
});
