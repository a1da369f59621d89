import { defineMutation } from '../../model/mutation.ts';
import { setField } from './_query.ts';

export default defineMutation({
  id: 'request/relay-state-address',
  title: 'A RelayState of the service provider that is an address',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) => setField(url, 'RelayState', encodeURIComponent('https://d-1234567890.awsapps.com/start')),
  },
  breaks: ['request/relay-state-opaque'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.3',
      says: 'RelayState has at most 80 bytes and keeps its content private.',
    },
  ],
});
