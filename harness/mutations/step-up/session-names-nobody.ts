import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/session-names-nobody',
  title: 'The proofing session names no user',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeBody(record, 'open-session', { metadata: { cognito_user_pool: 'us-east-1_StepUp123' } }),
  },
  breaks: ['step-up/proofing-user'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The metadata has cognito_user_pool and cognito_username.',
    },
  ],
  needsArtifacts: ['step-up'],
});
