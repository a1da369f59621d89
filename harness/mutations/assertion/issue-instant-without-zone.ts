import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant } from './_times.ts';

export default defineMutation({
  id: 'assertion/issue-instant-without-zone',
  title: 'The assertion was issued at a time without a zone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => setAttribute(xml, 'Assertion', 'IssueInstant', instant(now).replace('Z', '')),
  },
  breaks: ['assertion/issue-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'A time is expressed in UTC.' }],
});
