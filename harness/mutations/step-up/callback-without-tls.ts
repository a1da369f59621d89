import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/callback-without-tls',
  title: 'The result is sent without TLS',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) =>
      changeBody(record, 'open-session', { callback_url: 'http://api.acme.example/idv-callback' }),
  },
  breaks: ['step-up/proofing-callback-url'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The session is opened with callback_url at the API Gateway.',
    },
  ],
  needsArtifacts: ['step-up'],
});
