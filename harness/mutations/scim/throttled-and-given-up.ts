import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/throttled-and-given-up',
  title: 'The client gives a change up when it is throttled',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeExchange(record, { operation: 'PatchUser' }, { status: 429 }),
  },
  breaks: ['scim/retry'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.page('PatchUser', 'ThrottlingException: too many requests exceeded the limits.')],
  needsArtifacts: ['scim'],
});
