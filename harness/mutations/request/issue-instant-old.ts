import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/issue-instant-old',
  title: 'An AuthnRequest that was issued an hour ago',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { now }) =>
      setAttribute(xml, 'AuthnRequest', 'IssueInstant', new Date(now - 3_600_000).toISOString()),
  },
  breaks: ['request/issue-instant'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      assumption: 'A request is judged at the end of its login, at most 15 minutes after it was issued.',
      known: 'The person has to find the phone, scan and confirm in between; the standard sets no age.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'A request out of a log starts a login that nobody waits for, or that somebody else began.',
    weakness: ['issue-instant-not-checked'],
    advisory: 'SAML sets no age of a request: each identity provider decides how old one may be.',
  },
});
