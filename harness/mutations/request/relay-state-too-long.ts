import { defineMutation } from '../../model/mutation.ts';
import { setField } from './_query.ts';

export default defineMutation({
  id: 'request/relay-state-too-long',
  title: 'A RelayState of the service provider with 200 bytes',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => setField(url, 'RelayState', 'deeplink'.repeat(25)) },
  breaks: ['request/relay-state-length', 'transport/relay-state-size'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'saml-bindings', section: '3.4.3', says: 'RelayState must not be longer than 80 bytes.' },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'What the identity provider keeps for each login that anyone starts is as long as anyone wants.',
    weakness: ['unbounded-relay-state'],
  },
});
