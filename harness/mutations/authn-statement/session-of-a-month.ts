import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'authn-statement/session-of-a-month',
  title: 'The session lasts for a month',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'AuthnStatement', 'SessionNotOnOrAfter', instant(now + 30 * 24 * 60 * minute)),
  },
  breaks: ['authn-statement/session-end'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'SessionNotOnOrAfter is the time at which the session ends.',
    },
  ],
});
