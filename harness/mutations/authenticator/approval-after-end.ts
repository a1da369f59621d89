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
      section: '5.1.3.2',
      says: 'The out-of-band secret is random, short-lived, taken once, and confirmed by the device.',
    },
  ],
});
