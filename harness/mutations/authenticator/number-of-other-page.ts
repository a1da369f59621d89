import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/number-of-other-page',
  title: 'The approval is taken with the number of another page',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, numberOnPhone: record.numberOnPage === '17' ? '71' : '17' }),
  },
  breaks: ['authenticator/number-match'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'An approval is tied to the login by a secret that the person carries over to the device, or compares on both.',
    },
  ],
});
