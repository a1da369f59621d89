import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/form-without-policy',
  title: 'The page that posts the response has no Content-Security-Policy',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: { double: 'idp', path: '/login/complete', remove: ['content-security-policy'] },
  },
  breaks: ['transport/form-content-security'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Content Security Policy Cheat Sheet, Strict CSP',
      says: 'A strict policy names scripts by nonce or hash and does not allow inline scripts in general.',
    },
  ],
});
