import { defineMutation } from '../../model/mutation.ts';
import { changeCallback } from './_change.ts';

export default defineMutation({
  id: 'step-up/repeated-callback-taken',
  title: 'A callback that is sent again changes the user again',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeCallback(record, 'repeated', { status: 204, changed: true }),
  },
  breaks: ['step-up/callback-once'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'Webhook Security',
      says: 'A message that is sent again has no further effect.',
    },
  ],
  needsArtifacts: ['step-up'],
});
