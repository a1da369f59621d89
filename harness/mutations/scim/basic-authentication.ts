import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/basic-authentication',
  title: 'The client authenticates by name and password',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'PatchUser' }, { authorization: 'other', status: 401 }),
  },
  breaks: ['scim/accepted', 'scim/bearer-token'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('ServiceProviderConfig', 'The authentication scheme is an OAuth bearer token.')],
  needsArtifacts: ['scim'],
});
