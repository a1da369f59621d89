import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_times.ts';

export default defineMutation({
  id: 'assertion/issued-long-ago',
  title: 'The assertion was issued twenty minutes ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) => setAttribute(xml, 'Assertion', 'IssueInstant', instant(now - 20 * minute)),
  },
  breaks: ['assertion/age'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.3.3', says: 'IssueInstant is the moment of issue.' }],
});
