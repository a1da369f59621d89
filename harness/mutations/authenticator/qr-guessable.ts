import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-guessable',
  title: 'The code on the login page holds two short numbers',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, qr: `${record.qr.split('?')[0]}?s=1207&c=4411` }),
  },
  breaks: ['authenticator/qr-entropy'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'The secret that links the two channels is random; one below 64 bits needs limited attempts.',
    },
  ],
});
