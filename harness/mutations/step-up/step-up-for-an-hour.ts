import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/step-up-for-an-hour',
  title: 'The step-up may be answered for an hour',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeBody(record, 'start-step-up', { timeout_seconds: 3600 }),
  },
  breaks: ['step-up/create-lifetime'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The step-up is asked for with timeout_seconds 300.',
    },
  ],
  needsArtifacts: ['step-up'],
});
