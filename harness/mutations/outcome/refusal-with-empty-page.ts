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
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 10.1',
      says: 'Users get clear, meaningful feedback on errors, on which they can act, and learn where to get help.',
    },
  ],
});
