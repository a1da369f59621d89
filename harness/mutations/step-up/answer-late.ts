import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/answer-late',
  title: 'A function takes longer than the pool waits',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'PostConfirmation' }, ({ limitMs }) => ({ durationMs: limitMs + 1 })),
  },
  breaks: ['step-up/time-limit'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Customizing user pool workflows with Lambda triggers',
      says: 'A function must respond within 5 seconds; the user pool tries three times.',
    },
  ],
  needsArtifacts: ['step-up'],
});
