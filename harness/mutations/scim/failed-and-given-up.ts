import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeLast } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/failed-and-given-up',
  title: 'The client gives a change up when the service fails',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeLast(record, { status: 500 }),
  },
  breaks: ['scim/retry'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('DeleteUser', 'InternalServerException: the request failed for an unknown reason.')],
  needsArtifacts: ['scim'],
});
