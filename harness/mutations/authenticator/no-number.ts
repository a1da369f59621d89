import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/no-number',
  title: 'Neither page nor phone shows a number',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: ({ numberOnPage: _page, numberOnPhone: _phone, ...record }) => record,
  },
  breaks: ['authenticator/number-match'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'An approval is tied to the login by a secret that the person carries over to the device, or compares on both.',
    },
  ],
});
