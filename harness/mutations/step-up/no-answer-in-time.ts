import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/no-answer-in-time',
  title: 'A function gives no answer in time',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'TokenGeneration' }, ({ limitMs }) => ({
        answer: undefined,
        error: { kind: 'timeout' as const },
        durationMs: limitMs,
      })),
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
