import { defineMutation } from '../../model/mutation.ts';
import { changeCallback } from './_change.ts';

export default defineMutation({
  id: 'step-up/forged-callback-taken',
  title: 'A forged callback changes the user',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeCallback(record, 'forged', { status: 204, changed: true }),
  },
  breaks: ['step-up/callback-authentic'],
  hostile: true,
  safe: 'refuses',
  refs: [
    { document: 'owasp', section: 'Webhook Security', says: 'The sender of a webhook is authenticated.' },
  ],
  needsArtifacts: ['step-up'],
});
