import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-unsigned',
  title: 'The approval is taken without a signed answer',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: ({ answer: { jws: _jws, ...answer }, ...record }) => ({ ...record, answer }),
  },
  breaks: ['authenticator/approval-signed'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.1',
      says: 'The device authenticates itself uniquely to the verifier, by a key that is kept in secure storage.',
    },
  ],
});
