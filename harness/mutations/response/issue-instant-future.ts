import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/issue-instant-future',
  title: 'A Response issued an hour from now',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'Response', 'IssueInstant', new Date(now + 3_600_000).toISOString()),
  },
  breaks: ['response/issue-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'IssueInstant is the time at which the response was issued.',
    },
  ],
});
