import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/address-elsewhere',
  title: "The address of the challenge is somebody else's",
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Create', answering: 'chl_1' },
        { publicChallengeParameters: { challenge_url: 'https://acme-verify.1kosmos.net.example/stepup' } },
      ),
  },
  breaks: ['step-up/challenge-shown'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: '1kosmos', section: 'Amazon Cognito', says: 'The public parameters have challenge_url.' },
  ],
  needsArtifacts: ['step-up'],
});
