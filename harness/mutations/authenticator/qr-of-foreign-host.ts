import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-of-foreign-host',
  title: 'The code leads the phone to another host',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      qr: record.qr.replace(/^https:\/\/[^/]+/, 'https://login.attacker.example'),
    }),
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
