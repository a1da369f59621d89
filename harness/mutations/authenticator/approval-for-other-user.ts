import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-for-other-user',
  title: 'The signed approval names another person than the phone showed',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, shown: { ...record.shown, userName: 'mallory@example.com' } }),
  },
  breaks: ['authenticator/approval-covers'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.5',
      says: 'A protocol that resists impersonation of the verifier binds the answer to the verifier’s own channel, so that it cannot be relayed.',
    },
    {
      assumption: 'The answer names challenge, origin and user itself.',
      known:
        'NIST lays down what the answer is bound to, not the fields by which it is; WebAuthn does it by the same three.',
    },
  ],
});
