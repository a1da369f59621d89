import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/tokens-after-wrong-answer',
  title: 'Define issues tokens after a wrong answer',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(
        record,
        {
          source: 'Define',
          saying:
            '"session":[{"challengeName":"CUSTOM_CHALLENGE","challengeResult":false,"challengeMetadata":"{}"}]',
        },
        { challengeName: undefined, issueTokens: true },
      ),
  },
  breaks: ['step-up/define-verified'],
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
