import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/tokens-for-nobody',
  title: 'Define issues tokens for somebody who is not in the pool',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', by: 'probe', saying: '"userNotFound":true' },
        { issueTokens: true, failAuthentication: false },
      ),
  },
  breaks: ['step-up/define-user-not-found'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Define auth challenge',
      says: 'userNotFound is true when the user does not exist and the app client hides that.',
    },
  ],
  needsArtifacts: ['step-up'],
});
