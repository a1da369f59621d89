import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/no-token',
  title: 'A request carries no token',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'PatchUser' }, { authorization: 'none', status: 401 }),
  },
  breaks: ['scim/accepted', 'scim/bearer-token'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('2', 'Bearer tokens travel in the Authorization header.')],
  needsArtifacts: ['scim'],
});
