import { defineMutation } from '../../model/mutation.ts';
import { changeCallback } from './_change.ts';

export default defineMutation({
  id: 'step-up/callback-refused',
  title: 'The result of the proofing is refused',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => changeCallback(record, 'genuine', { status: 500 }) },
  breaks: ['step-up/callback-accepted'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    { document: '1kosmos', section: 'Amazon Cognito', says: 'The session is opened with a callback_url.' },
  ],
  needsArtifacts: ['step-up'],
});
