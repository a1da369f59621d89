import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/number-in-parameters',
  title: 'Create gives a number among its parameters',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        { source: 'Create', answering: 'chl_1' },
        { privateChallengeParameters: { challenge_id: 'chl_1', attempts: 1 } },
      ),
  },
  breaks: ['step-up/response-types'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Create auth challenge',
      says: 'Challenge parameters are maps of text to text, the metadata is text.',
    },
  ],
  needsArtifacts: ['step-up'],
});
