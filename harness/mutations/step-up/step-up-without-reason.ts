import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/step-up-without-reason',
  title: 'Create gives no reason',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeBody(record, 'start-step-up', { reason_code: undefined }),
  },
  breaks: ['step-up/create-reason'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The step-up has a reason code, for example high_value_transaction.',
    },
  ],
  needsArtifacts: ['step-up'],
});
