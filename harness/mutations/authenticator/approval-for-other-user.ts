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
      section: '5.2.8',
      says: 'Replay resistance comes from a challenge that the answer covers.',
    },
  ],
});
