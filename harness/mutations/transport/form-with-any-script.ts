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
      section: 'Content Security Policy Cheat Sheet, Strict CSP',
      says: 'A strict policy names scripts by nonce or hash and does not allow inline scripts in general.',
    },
  ],
});
