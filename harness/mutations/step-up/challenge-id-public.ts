import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/challenge-id-public',
  title: 'The private challenge id is public too',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Create', answering: 'chl_1' },
        {
          publicChallengeParameters: {
            challenge_id: 'chl_1',
            challenge_url: 'https://acme-verify.1kosmos.net/stepup/of-1',
          },
        },
      ),
  },
  breaks: ['step-up/private-parameters'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Create auth challenge',
      says: 'privateChallengeParameters are for the Verify function only; public ones are shown to the client.',
    },
  ],
  needsArtifacts: ['step-up'],
});
