import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'request/issue-instant-local',
  title: 'An AuthnRequest with its time in a time zone',
  stage: 'before-signing',
  change: {
    on: 'request',
    apply: (xml, { now }) =>
      setAttribute(
        xml,
        'AuthnRequest',
        'IssueInstant',
        new Date(now + 7_200_000).toISOString().replace('Z', '+02:00'),
      ),
  },
  breaks: ['request/issue-instant'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'Times are xs:dateTime values in UTC.' }],
});
