import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/refusal-without-advice',
  title: 'The page after a refusal says only that something failed',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => ({ ...refusedBySp(record), pageText: 'Error 1042' }),
  },
  breaks: ['outcome/refusal-helps'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Error Handling Cheat Sheet',
      says: 'The user sees a generic answer that helps; details go to the log.',
    },
  ],
});
