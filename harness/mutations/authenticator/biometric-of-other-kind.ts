import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/biometric-of-other-kind',
  title: 'The signed approval names another biometric than the person gave',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({
      ...record,
      answer: {
        ...record.answer,
        biometric: record.answer.biometric === 'touch-id' ? ('face-id' as const) : ('touch-id' as const),
      },
    }),
  },
  breaks: ['authenticator/factor'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Overview',
      says: 'The person authenticates with Touch ID, Face ID or LiveID, enrolled beforehand.',
    },
  ],
});
