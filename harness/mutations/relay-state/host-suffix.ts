import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/host-suffix',
  title: 'RelayState has the target’s host as the beginning of another',
  stage: 'in-transit',
  change: {
    on: 'relay-state',
    apply: (_relayState, { acsUrl }) => `${new URL(acsUrl).origin}.attacker.example/welcome`,
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
    mechanism:
      'After the login the browser is led to a page of the attacker’s, which looks like the target. A comparison of beginnings sees the target’s own host.',
    weakness: ['open-redirect'],
    watch: 'redirect',
  },
});
