import { defineMutation } from '../../model/mutation.ts';
import { withResultTwice } from './_change.ts';

export default defineMutation({
  id: 'step-up/result-used-twice',
  title: 'The result of one sign-in lets another one through',
  stage: 'in-transit',
  change: { on: 'step-up', apply: (record) => withResultTwice(record) },
  breaks: ['step-up/result-once'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: '3.2.7',
      says: 'An authenticator output is not accepted a second time.',
    },
  ],
  needsArtifacts: ['step-up'],
});
