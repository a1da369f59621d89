import { defineMutation } from '../../model/mutation.ts';
import { changeCallback } from './_change.ts';

export default defineMutation({
  id: 'step-up/linked-without-proof',
  title: 'The user is linked though the proofing failed',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeCallback(record, 'genuine', { outcome: 'failed' }) },
  breaks: ['step-up/proofing-unproved'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'Proofing ends in a verified or a failed result.',
    },
  ],
  needsArtifacts: ['step-up'],
});
