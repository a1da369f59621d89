import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/refusal-names-missing-account',
  title: 'The page after a refusal says that there is no such user',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => ({
      ...refusedBySp(record),
      pageText: 'User not found. Please contact your administrator.',
    }),
  },
  breaks: ['outcome/refusal-discloses'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Authentication Cheat Sheet, Authentication and Error Messages',
      says: 'The answer does not tell whether the account exists.',
    },
  ],
});
