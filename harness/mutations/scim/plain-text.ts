import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeExchange } from './_exchanges.ts';

export default defineMutation({
  id: 'scim/plain-text',
  title: 'A person is sent as plain text',
  stage: 'in-transit',
  change: {
    on: 'scim',
    apply: (record) =>
      changeExchange(record, { operation: 'CreateUser', saying: 'alice' }, { contentType: 'text/plain' }),
  },
  breaks: ['scim/media-type'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.protocol('3.1', 'Clients send application/scim+json.')],
  needsArtifacts: ['scim'],
});
