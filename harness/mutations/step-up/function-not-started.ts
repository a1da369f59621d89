import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/function-not-started',
  title: 'A function cannot be run',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'TokenGeneration' }, () => ({
        answer: undefined,
        error: { kind: 'failed' as const, errorMessage: 'No such file' },
      })),
  },
  breaks: ['step-up/function-runs'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Customizing user pool workflows with Lambda triggers',
      says: 'An error that the function raises ends the request.',
    },
  ],
  needsArtifacts: ['step-up'],
});
