import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/refused-without-cause',
  title: 'A login that must succeed is refused by the service provider',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => ({ ...refusedBySp(record), expected: 'signed-in' }),
  },
  breaks: ['outcome/as-expected'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.3.6',
      says: 'At the end the service provider grants or denies access.',
    },
  ],
});
