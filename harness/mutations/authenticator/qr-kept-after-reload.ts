import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-kept-after-reload',
  title: 'A reload shows the same code',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      qr: record.qrAfterReload ?? record.qr,
      qrAfterReload: record.qrAfterReload ?? record.qr,
    }),
  },
  breaks: ['authenticator/qr-renewed'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier takes a given authentication secret only once during its validity.',
    },
  ],
});
