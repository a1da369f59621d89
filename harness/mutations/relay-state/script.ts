import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/script',
  title: 'RelayState ends an attribute and begins a script',
  stage: 'in-transit',
  change: { on: 'relay-state', apply: () => '"><script>alert(document.domain)</script>' },
  breaks: ['transport/relay-state-returned'],
  hostile: true,
  safe: 'genuine-user',
  refs: [
    {
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'RelayState is at most 80 bytes and has its integrity protected by its maker.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A page that repeats RelayState in a form or a message runs it in the target’s own origin.',
    weakness: ['unescaped-output'],
    watch: 'markup',
  },
});
