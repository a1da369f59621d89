import { defineMutation } from '../../model/mutation.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/retry-too-early',
  title: 'The client does not wait as long as it was asked to',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) => changeExchange(record, { operation: 'CreateUser', saying: 'bob' }, { retryAfter: 60 }),
  },
  breaks: ['scim/retry-after'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: 'rfc9110', section: '10.2.3', says: 'Retry-After says how long the client ought to wait.' },
  ],
  needsArtifacts: ['scim'],
});
