import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/tokens-at-once',
  title: 'Define issues tokens without any challenge',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', saying: '"session":[],"userNotFound":false' },
        { challengeName: undefined, issueTokens: true },
      ),
  },
  breaks: ['step-up/define-verified', 'step-up/challenge-issued'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Define auth challenge',
      says: 'Check the result of the last challenge before tokens are issued.',
    },
  ],
  needsArtifacts: ['step-up'],
});
