import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-with-user-name',
  title: 'The code on the login page holds the name of the person',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, qr: `${record.qr}&u=${encodeURIComponent(record.shown.userName)}` }),
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
