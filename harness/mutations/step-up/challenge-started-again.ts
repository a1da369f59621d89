import { defineMutation } from '../../model/mutation.ts';
import { positionOf } from './_change.ts';

export default defineMutation({
  id: 'step-up/challenge-started-again',
  title: 'Create starts another challenge while one is pending',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => ({
      ...record,
      proofingCalls: [
        ...record.proofingCalls,
        ...record.proofingCalls
          .filter(({ answer }) => answer?.includes('"challenge_id":"chl_1","challenge_url"'))
          .map((call) => ({
            ...call,
            trigger: positionOf(record, { source: 'Create', saying: '"challengeResult":false' }),
          })),
      ],
    }),
  },
  breaks: ['step-up/challenge-reused'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Create auth challenge',
      says: 'challengeMetadata is handed to later calls of the same sign-in.',
    },
  ],
  needsArtifacts: ['step-up'],
});
