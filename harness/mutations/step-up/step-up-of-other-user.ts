import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/step-up-of-other-user',
  title: 'Create asks for a step-up of another user',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeBody(record, 'start-step-up', { user_id: 'bid_mallory' }),
  },
  breaks: ['step-up/create-user'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The step-up is asked for with the subject in custom:blockid_sub.',
    },
  ],
  needsArtifacts: ['step-up'],
});
