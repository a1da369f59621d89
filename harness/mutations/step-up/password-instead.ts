import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/password-instead',
  title: 'A high-value request is answered with a password challenge',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Define', saying: '"session":[],"userNotFound":false' },
        { challengeName: 'PASSWORD_VERIFIER' },
      ),
  },
  breaks: ['step-up/challenge-issued'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'A LiveID challenge is inserted as a CUSTOM_CHALLENGE.',
    },
  ],
  needsArtifacts: ['step-up'],
});
