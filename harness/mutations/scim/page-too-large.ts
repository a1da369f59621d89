import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/page-too-large',
  title: 'A page of a thousand is asked for',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'ListUsers' }, ({ target }) => ({
        target: target.replace('count=100', 'count=1000'),
      })),
  },
  breaks: ['scim/paging'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('ListUsers', 'count is from 1 to 100.')],
  needsArtifacts: ['scim'],
});
