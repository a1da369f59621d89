import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/refusal-with-empty-page',
  title: 'The page after a refusal is empty',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => ({ ...refusedBySp(record), pageText: '' }),
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
