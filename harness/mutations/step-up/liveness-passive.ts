import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/liveness-passive',
  title: 'The proofing asks for a passive liveness',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeBody(record, 'open-session', { liveness_mode: 'passive' }),
  },
  breaks: ['step-up/proofing-liveness'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The session is opened with liveness_mode active.',
    },
  ],
  needsArtifacts: ['step-up'],
});
