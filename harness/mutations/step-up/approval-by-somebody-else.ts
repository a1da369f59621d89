import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'step-up/approval-by-somebody-else',
  title: 'The challenge was answered by somebody else',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({
      ...record,
      challenges: record.challenges.map((one) =>
        one.decision === undefined ? one : { ...one, decision: { ...one.decision, by: 'bid_mallory' } },
      ),
    }),
  },
  breaks: ['step-up/tokens-verified'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The result from 1Kosmos is validated before tokens are issued.',
    },
  ],
  needsArtifacts: ['step-up'],
});
