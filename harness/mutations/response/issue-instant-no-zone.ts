import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'response/issue-instant-no-zone',
  title: 'A Response whose time names no zone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'Response', 'IssueInstant', new Date(now).toISOString().replace('Z', '')),
  },
  breaks: ['response/issue-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'Times are xs:dateTime values in UTC.' }],
});
