import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-without-tls',
  title: 'The code leads the phone to the identity provider by http',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, qr: record.qr.replace('https:', 'http:') }),
  },
  breaks: ['authenticator/qr-origin'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'The device talks to the verifier over an authenticated, protected channel.',
    },
  ],
});
