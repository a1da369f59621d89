import { defineMutation } from '../../model/mutation.ts';
import { changeClaims } from './_change.ts';

export default defineMutation({
  id: 'step-up/assurance-too-low',
  title: 'The ID token has too low an assurance level',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeClaims(record, ({ session }) => session === 's2', { assurance_level: '1' }),
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
