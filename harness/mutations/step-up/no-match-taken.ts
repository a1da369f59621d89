import { defineMutation } from '../../model/mutation.ts';
import { changeAnswer } from './_change.ts';

export default defineMutation({
  id: 'step-up/no-match-taken',
  title: 'Verify says yes though the face does not match',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeAnswer(record, { match_result: false }) },
  breaks: ['step-up/verify-match'],
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
