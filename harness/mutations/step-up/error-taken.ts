import { defineMutation } from '../../model/mutation.ts';
import { changeResult } from './_change.ts';

export default defineMutation({
  id: 'step-up/error-taken',
  title: 'Verify says yes though the service was down',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeResult(record, (call) => [{ ...call, status: 503, answer: '<html></html>' }]),
  },
  breaks: ['step-up/verify-failure'],
  hostile: false,
  safe: 'unaffected',
  refs: [{ document: 'owasp', section: 'Authorization', says: 'When something fails, access is denied.' }],
  needsArtifacts: ['step-up'],
});
