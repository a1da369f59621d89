import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/attempts-unlimited',
  title: 'Define asks for a sixth answer after five wrong ones',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', by: 'probe', saying: '"challengeResult":false' },
        { challengeName: 'CUSTOM_CHALLENGE', failAuthentication: false },
      ),
  },
  breaks: ['step-up/attempts-limited'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Define auth challenge',
      says: 'failAuthentication ends the authentication process.',
    },
  ],
  needsArtifacts: ['step-up'],
});
