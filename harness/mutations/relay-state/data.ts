import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/data',
  title: 'RelayState is a page in an address',
  stage: 'in-transit',
  change: { on: 'relay-state', apply: () => 'data:text/html,<h1>Please log in again</h1>' },
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
    mechanism: 'A link or a script that goes there shows the attacker’s page after the login.',
    weakness: ['open-redirect'],
    watch: 'redirect',
  },
});
