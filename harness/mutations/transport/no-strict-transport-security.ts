import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/no-strict-transport-security',
  title: 'The identity provider does not ask browsers to stay on https',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'idp', path: '/', remove: ['strict-transport-security'] } },
  breaks: ['transport/strict-transport-security'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Strict Transport Security Cheat Sheet',
      says: 'Sites answer with Strict-Transport-Security and a long max-age.',
    },
  ],
});
