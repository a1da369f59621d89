import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'step-up/approval-by-nobody',
  title: 'Tokens are given though nobody approved',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({
      ...record,
      challenges: record.challenges.map(({ decision: _, ...one }) => ({
        ...one,
        status: 'pending' as const,
      })),
    }),
  },
  breaks: ['step-up/tokens-verified'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The result from 1Kosmos is validated before tokens are issued.',
    },
  ],
  needsArtifacts: ['step-up'],
});
