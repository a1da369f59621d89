import { defineMutation } from '../../model/mutation.ts';
import { changeResult } from './_change.ts';

export default defineMutation({
  id: 'step-up/other-challenge-asked',
  title: 'Verify asks for another challenge than its own',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResult(record, (call) => [{ ...call, target: '/v1/auth/stepup/chl_other/result' }]),
  },
  breaks: ['step-up/verify-challenge'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Verify auth challenge response',
      says: 'privateChallengeParameters come from the Create function; challengeAnswer comes from the user.',
    },
  ],
  needsArtifacts: ['step-up'],
});
