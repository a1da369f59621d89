import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/unknown-token',
  title: 'RelayState is a token that the target did not make',
  stage: 'in-transit',
  change: {
    on: 'relay-state',
    apply: () =>
      Buffer.from(JSON.stringify({ returnTo: 'https://attacker.example/welcome' })).toString('base64url'),
  },
  breaks: ['transport/relay-state-returned'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'owasp',
      section: 'Unvalidated Redirects and Forwards Cheat Sheet',
      says: 'An address that comes from outside is not redirected to unless it is on a list of allowed ones.',
    },
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'RelayState is at most 80 bytes and has its integrity protected by its maker.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A token that only looks opaque, such as JSON in base64, can be made by anybody.',
    weakness: ['relay-state-unsealed'],
    watch: 'redirect',
  },
});
