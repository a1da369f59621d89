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
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'SAML times are xs:dateTime values in UTC form.' }],
});
