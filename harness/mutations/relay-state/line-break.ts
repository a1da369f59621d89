import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'relay-state/line-break',
  title: 'RelayState has a line break and a Location behind it',
  stage: 'in-transit',
  change: {
    on: 'relay-state',
    apply: () => '/\r\nLocation: https://attacker.example/welcome\r\nSet-Cookie: session=attacker',
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
      document: 'rfc9110',
      section: '5.5',
      says: 'A field value has no line breaks; who gets one refuses it or replaces it.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'In a header a line break begins another header: a second Location, or a cookie.',
    weakness: ['open-redirect'],
    watch: 'redirect',
  },
});
