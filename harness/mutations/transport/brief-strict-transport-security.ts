import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/brief-strict-transport-security',
  title: 'The identity provider asks for https during five minutes only',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: { double: 'idp', path: '/', set: { 'strict-transport-security': 'max-age=300' } },
  },
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
