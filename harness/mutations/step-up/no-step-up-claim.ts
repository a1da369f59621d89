import { defineMutation } from '../../model/mutation.ts';
import { changeClaims } from './_change.ts';

export default defineMutation({
  id: 'step-up/no-step-up-claim',
  title: 'The ID token does not say that there was a step-up',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeClaims(record, ({ session }) => session === 's2', { step_up: undefined }),
  },
  breaks: ['step-up/assurance-claim'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Pre token generation',
      says: 'claimsToAddOrOverride adds claims to the ID token.',
    },
  ],
  needsArtifacts: ['step-up'],
});
