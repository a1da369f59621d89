import { defineMutation } from '../../model/mutation.ts';
import { setField } from '../request/_query.ts';

export default defineMutation({
  id: 'idp-request/relay-state-script',
  title: 'RelayState ends an attribute and begins a script',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      setField(url, 'RelayState', encodeURIComponent('"><script>alert(document.domain)</script>')),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'Cross Site Scripting Prevention Cheat Sheet, Output Encoding',
      says: 'What comes from outside is encoded for the place in the page where it is shown.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism:
      'The form that carries the answer repeats RelayState: unescaped it runs in the identity provider’s own origin.',
    weakness: ['unescaped-output'],
    watch: 'markup',
  },
});
