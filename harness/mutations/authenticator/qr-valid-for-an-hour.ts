import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-valid-for-an-hour',
  title: 'The code works for an hour',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      expiresAt: new Date(Date.parse(record.issuedAt) + 3_600_000).toISOString(),
    }),
  },
  breaks: ['authenticator/qr-lifetime'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'An authentication that is not completed within 10 minutes is invalid.',
    },
  ],
});
