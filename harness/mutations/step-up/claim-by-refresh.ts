import { defineMutation } from '../../model/mutation.ts';
import { changeClaims } from './_change.ts';

export default defineMutation({
  id: 'step-up/claim-by-refresh',
  title: 'A renewed token has the claim of a step-up',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeClaims(record, ({ flow }) => flow === 'REFRESH_TOKEN_AUTH', { step_up: 'liveid' }),
  },
  breaks: ['step-up/claim-earned'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Pre token generation',
      says: 'triggerSource tells a sign-in from a refresh, callerContext names the app client.',
    },
  ],
  needsArtifacts: ['step-up'],
});
