import { defineMutation } from '../../model/mutation.ts';
import { changeResult } from './_change.ts';

export default defineMutation({
  id: 'step-up/malformed-taken',
  title: 'Verify says yes to half an answer',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeResult(record, (call) => [{ ...call, answer: '{"challenge_id":"chl_1","st' }]),
  },
  breaks: ['step-up/verify-failure'],
  hostile: false,
  safe: 'unaffected',
  refs: [{ document: 'owasp', section: 'Authorization', says: 'When something fails, access is denied.' }],
  needsArtifacts: ['step-up'],
});
