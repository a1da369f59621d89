import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/approval-after-end',
  title: 'An approval is taken ten minutes after the code’s end',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      answer: { ...record.answer, sentAt: new Date(Date.parse(record.expiresAt) + 600_000).toISOString() },
    }),
  },
  breaks: ['authenticator/approval-in-time'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.1.3.2',
      says: 'An authentication that is not completed within 10 minutes is invalid.',
    },
  ],
});
