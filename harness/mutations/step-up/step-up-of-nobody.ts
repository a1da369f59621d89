import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/step-up-of-nobody',
  title: 'Create asks for a step-up of nobody',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeBody(record, 'start-step-up', { user_id: null }) },
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
