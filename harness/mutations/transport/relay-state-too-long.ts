import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/relay-state-too-long',
  title: 'The RelayState comes back with ninety more bytes',
  stage: 'in-transit',
  change: { on: 'relay-state', apply: (text) => `${text}${'0123456789'.repeat(9)}` },
  breaks: ['transport/relay-state-returned', 'transport/relay-state-size'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-bindings', section: '3.5.3', says: 'The RelayState must not exceed 80 bytes.' }],
  needsArtifacts: ['request-delivery'],
});
