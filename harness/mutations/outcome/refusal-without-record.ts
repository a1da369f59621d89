import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/refusal-without-record',
  title: 'The service provider refuses, and its audit log is silent',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => {
      const { auditReason: _reason, ...refused } = refusedBySp(record);
      return refused;
    },
  },
  breaks: ['outcome/refusal-recorded'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Logging Cheat Sheet, Event attributes',
      says: 'An entry tells what happened, and why.',
    },
  ],
});
