import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/denied-and-logged-in',
  title: 'The phone denies, and the person at the screen is logged in',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      answer: { ...record.answer, decision: 'deny' as const },
      verdict: { status: 200, code: 'denied', message: 'The login was denied.' },
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
