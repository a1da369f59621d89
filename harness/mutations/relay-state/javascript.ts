import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/javascript',
  title: 'RelayState is a script address',
  stage: 'in-transit',
  change: { on: 'relay-state', apply: () => 'javascript:alert(document.domain)//' },
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
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'A link or a script that goes there runs the attacker’s code in the target’s own origin.',
    weakness: ['open-redirect'],
    watch: 'redirect',
  },
});
