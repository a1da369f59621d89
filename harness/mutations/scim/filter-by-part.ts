import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/filter-by-part',
  title: 'People are looked up by a part of their name',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'ListUsers', saying: 'filter' }, ({ target }) => ({
        target: target.replace('%20eq%20', '%20sw%20'),
      })),
  },
  breaks: ['scim/filter'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('Limitations', 'Only eq joined with and is supported in filters.')],
  needsArtifacts: ['scim'],
});
