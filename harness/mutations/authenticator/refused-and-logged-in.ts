import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/refused-and-logged-in',
  title: 'The provider refuses the approval, and the person at the screen is logged in',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      verdict: { status: 403, code: 'number-mismatch', message: 'The number does not match.' },
    }),
  },
  breaks: ['authenticator/denial-final'],
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
