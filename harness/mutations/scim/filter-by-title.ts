import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/filter-by-title',
  title: 'People are looked up by an attribute that is not filtered by',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'ListUsers', saying: 'filter' }, ({ target }) => ({
        target: target.replace('externalId', 'emails.value'),
      })),
  },
  breaks: ['scim/filter'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('ListUsers', 'Filters are by userName, externalId, groups.value, or id and manager.')],
  needsArtifacts: ['scim'],
});
