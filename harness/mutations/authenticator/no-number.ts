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
      section: '5.1.3.2',
      says: 'The out-of-band secret is random, short-lived, taken once, and confirmed by the device.',
    },
  ],
});
