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
      section: 'HTTP Headers Cheat Sheet',
      says: 'Pages carry the headers that narrow what browsers allow.',
    },
  ],
});
