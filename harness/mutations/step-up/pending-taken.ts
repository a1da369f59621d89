import { defineMutation } from '../../model/mutation.ts';
import { changeAnswer } from './_change.ts';

export default defineMutation({
  id: 'step-up/pending-taken',
  title: 'Verify says yes while the result is pending',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeAnswer(record, { status: 'pending', match_result: null, liveness_verified: null }),
  },
  breaks: ['step-up/verify-pending'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The result has match_result and liveness_verified when the person has answered.',
    },
  ],
  needsArtifacts: ['step-up'],
});
