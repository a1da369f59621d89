import { defineMutation } from '../../model/mutation.ts';
import { changeAnswer } from './_change.ts';

export default defineMutation({
  id: 'step-up/expired-taken',
  title: 'Verify says yes to an expired challenge',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeAnswer(record, { status: 'expired', match_result: null, liveness_verified: null }),
  },
  breaks: ['step-up/verify-expired'],
  hostile: false,
  safe: 'unaffected',
  refs: [{ document: '1kosmos', section: 'Amazon Cognito', says: 'A step-up is open for timeout_seconds.' }],
  needsArtifacts: ['step-up'],
});
