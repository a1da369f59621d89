import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/issue-instant-old',
  title: 'A Response that was issued ten minutes ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'Response', 'IssueInstant', new Date(now - 600_000).toISOString()),
  },
  breaks: ['response/issue-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      assumption: 'Five minutes pass between issue and delivery at most.',
      known:
        'AWS STS answers later ones with "Token must be redeemed within 5 minutes of issuance"; no limit is published for other consumers.',
    },
  ],
});
