import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/relay-state-changed',
  title: 'The RelayState comes back with other letters',
  stage: 'in-transit',
  change: { on: 'relay-state', apply: (text) => `${text.slice(0, -1)}${text.endsWith('~') ? '-' : '~'}` },
  breaks: ['transport/relay-state-returned'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'The responder returns the exact RelayState data that came with the request.',
    },
  ],
  needsArtifacts: ['request-delivery'],
});
