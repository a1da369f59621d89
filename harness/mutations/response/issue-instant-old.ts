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
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'SAML times are xs:dateTime values in UTC form.' }],
});
