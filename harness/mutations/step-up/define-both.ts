import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/define-both',
  title: 'Define issues tokens and fails the sign-in at once',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', answering: '"issueTokens":true' },
        { failAuthentication: true },
      ),
  },
  breaks: ['step-up/define-decides'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Define auth challenge',
      says: 'The function issues tokens, fails the authentication, or names the next challenge.',
    },
  ],
  needsArtifacts: ['step-up'],
});
