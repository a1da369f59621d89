import { defineMutation } from '../../model/mutation.ts';
import { changeCallback } from './_change.ts';

export default defineMutation({
  id: 'step-up/callback-of-other-session-taken',
  title: 'The result of another session changes the user',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeCallback(record, 'other-session', { status: 204, changed: true }),
  },
  breaks: ['step-up/callback-matched'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: '1kosmos', section: 'Amazon Cognito', says: 'The session id is stored for later retrieval.' },
  ],
  needsArtifacts: ['step-up'],
});
