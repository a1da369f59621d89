import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/name-not-defined',
  title: 'A function uses a name that nothing defines',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'PreSignUp' }, () => ({
        error: {
          kind: 'thrown' as const,
          errorType: 'NameError',
          errorMessage: "name 'API_GATEWAY_URL' is not defined",
        },
      })),
  },
  breaks: ['step-up/function-runs', 'step-up/error-text'],
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
