import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/form-with-any-script',
  title: 'The page that posts the response lets any inline script run',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: {
      double: 'idp',
      path: '/login/complete',
      set: { 'content-security-policy': "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'" },
    },
  },
  breaks: ['transport/form-content-security'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Headers Cheat Sheet',
      says: 'Pages carry the headers that narrow what browsers allow.',
    },
  ],
});
