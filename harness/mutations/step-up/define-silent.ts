import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/define-silent',
  title: 'Define decides on nothing',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', saying: '"challengeResult":false' },
        { challengeName: undefined, issueTokens: false, failAuthentication: false },
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
