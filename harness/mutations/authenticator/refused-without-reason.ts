import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/refused-without-reason',
  title: 'The provider refuses the phone without saying why, and lets the person in',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, verdict: { status: 403, code: '', message: '' } }),
  },
  breaks: ['authenticator/denial-final', 'authenticator/refusal-told'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 10.1',
      says: 'Users get clear, meaningful feedback on errors, on which they can act.',
    },
  ],
});
