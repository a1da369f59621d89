import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/token-in-address',
  title: 'The token travels in the address',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'ListGroups' }, ({ target }) => ({
        target: `${target}&access_token=secret`,
      })),
  },
  breaks: ['scim/bearer-token'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('2', 'Bearer tokens travel in the Authorization header.')],
  needsArtifacts: ['scim'],
});
