import { defineMutation } from '../../model/mutation.ts';
import { changeAnswer } from './_change.ts';

export default defineMutation({
  id: 'step-up/result-of-other-user',
  title: 'Verify says yes to the result of another user',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeAnswer(record, { user_id: 'bid_mallory' }) },
  breaks: ['step-up/verify-user'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The attribute custom:blockid_sub links the user to the subject at 1Kosmos.',
    },
  ],
  needsArtifacts: ['step-up'],
});
