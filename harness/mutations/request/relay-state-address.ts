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
      document: 'saml-profiles',
      section: '4.1.3.1',
      says: 'RelayState should reveal as little as possible of what was asked for.',
    },
  ],
});
