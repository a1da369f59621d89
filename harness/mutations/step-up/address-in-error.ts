import { defineMutation } from '../../model/mutation.ts';
import { changeTrigger } from './_change.ts';

export default defineMutation({
  id: 'step-up/address-in-error',
  title: 'Create throws the address of the service',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeTrigger(record, { source: 'CreateAuthChallenge', by: 'probe' }, () => ({
        error: {
          kind: 'thrown' as const,
          errorType: 'Error',
          errorMessage: 'GET https://acme-verify.1kosmos.net/v1 failed',
        },
      })),
  },
  breaks: ['step-up/error-text'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Customizing user pool workflows with Lambda triggers',
      says: 'The message of an error is returned to the caller.',
    },
  ],
  needsArtifacts: ['step-up'],
});
