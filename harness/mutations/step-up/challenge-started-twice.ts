import { defineMutation } from '../../model/mutation.ts';
import { changeApi } from './_change.ts';

export default defineMutation({
  id: 'step-up/challenge-started-twice',
  title: 'Create starts two challenges for one event',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeApi(
        record,
        ({ answer }) => answer?.includes('"challenge_id":"chl_1","challenge_url"') === true,
        (call) => [call, call],
      ),
  },
  breaks: ['step-up/challenge-once'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Customizing user pool workflows with Lambda triggers',
      says: 'The user pool retries a function that did not respond in time.',
    },
  ],
  needsArtifacts: ['step-up'],
});
