import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/form-tells-address',
  title: 'The page that posts the response gives its whole address to other sites',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: { double: 'idp', path: '/login/complete', set: { 'referrer-policy': 'unsafe-url' } },
  },
  breaks: ['transport/form-referrer-policy'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Security Response Headers Cheat Sheet, Referrer-Policy',
      says: 'The policy is sent with every answer, and keeps paths and parameters from other sites.',
    },
  ],
});
