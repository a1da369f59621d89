import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-with-token',
  title: 'The code on the login page holds a signed token',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, qr: `${record.qr}&t=${record.answer.jws ?? ''}` }),
  },
  breaks: ['authenticator/qr-secret'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: '5.1.3.2',
      says: 'The out-of-band secret is random, short-lived, taken once, and confirmed by the device.',
    },
  ],
});
