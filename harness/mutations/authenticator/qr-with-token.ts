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
      section: 'Revision 3, 5.1.3.1',
      says: 'The device proves itself by a key of its own, not by what the screen shows.',
    },
  ],
});
