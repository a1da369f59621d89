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
      section: 'Revision 3, 5.1.3.2',
      says: 'The verifier waits for an approval or a disapproval from the device.',
    },
  ],
});
