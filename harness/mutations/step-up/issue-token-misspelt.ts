import { defineMutation } from '../../model/mutation.ts';
import { changeResponse } from './_change.ts';

export default defineMutation({
  id: 'step-up/issue-token-misspelt',
  title: 'Define writes issueToken beside issueTokens',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeResponse(record, { source: 'Define', answering: '"issueTokens":true' }, { issueToken: true }),
  },
  breaks: ['step-up/response-fields'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'aws-cognito',
      section: 'Define auth challenge',
      says: 'The response has challengeName, issueTokens and failAuthentication.',
    },
  ],
  needsArtifacts: ['step-up'],
});
