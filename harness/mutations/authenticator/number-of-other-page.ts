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
      section: '5.1.3.2',
      says: 'The out-of-band secret is random, short-lived, taken once, and confirmed by the device.',
    },
  ],
});
