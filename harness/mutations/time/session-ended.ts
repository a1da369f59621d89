import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';
import { instant, minute } from './_bounds.ts';

export default defineMutation({
  id: 'time/session-ended',
  title: 'The session ended six minutes ago',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'AuthnStatement', 'SessionNotOnOrAfter', instant(now - 6 * minute)),
  },
  breaks: ['authn-statement/session-end'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'SessionNotOnOrAfter is when the session of the principal has to be taken for ended.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s session is over; a session that begins on it would never have had its end.',
    weakness: ['session-end-not-checked'],
  },
});
