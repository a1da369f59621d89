import { defineMutation } from '../../model/mutation.ts';
import { withoutSessionId } from './_change.ts';

export default defineMutation({
  id: 'step-up/session-id-lost',
  title: 'Nothing of the user holds the id of the proofing session',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => withoutSessionId(record) },
  breaks: ['step-up/proofing-session-kept'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The session id is to be stored in user attributes for later retrieval.',
    },
  ],
  needsArtifacts: ['step-up'],
});
