import { defineMutation } from '../../model/mutation.ts';
import { positionOf } from './_change.ts';

export default defineMutation({
  id: 'step-up/step-up-of-unlinked',
  title: 'Create asks for a step-up though the user has no subject',
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
            trigger: positionOf(record, { source: 'CreateAuthChallenge', by: 'probe' }),
          })),
      ],
    }),
  },
  breaks: ['step-up/create-linked'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Create auth challenge',
      says: 'userNotFound is true when the user does not exist; userAttributes then has nothing.',
    },
  ],
  needsArtifacts: ['step-up'],
});
