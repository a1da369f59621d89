import { defineMutation } from '../../model/mutation.ts';
import { changeAnswer } from './_change.ts';

export default defineMutation({
  id: 'step-up/no-liveness-taken',
  title: 'Verify says yes to a picture',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeAnswer(record, { liveness_verified: false }) },
  breaks: ['step-up/verify-liveness'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The answer is right when match_result and liveness_verified are true.',
    },
  ],
  needsArtifacts: ['step-up'],
});
