import { defineMutation } from '../../model/mutation.ts';
import { refusedBySp } from './_refused.ts';

export default defineMutation({
  id: 'outcome/refusal-with-trace',
  title: 'The page after a refusal shows a stack trace',
  stage: 'in-transit',
  change: {
    on: 'outcome',
    apply: (record) => ({
      ...refusedBySp(record),
      pageText: 'Please try again. SamlException: expired at validate (/srv/app/saml.js:120:7)',
    }),
  },
  breaks: ['outcome/refusal-discloses'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Error Handling Cheat Sheet, Objective',
      says: 'The user sees a generic answer; the details are logged on the server.',
    },
  ],
});
