import { defineMutation } from '../../model/mutation.ts';
import { copyCookieBack } from '../transport/_edit.ts';

export default defineMutation({
  id: 'session/cookie-from-before-login',
  title: 'The session cookie after the login is the one from before it',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => copyCookieBack(exchanges),
  },
  breaks: ['session/renewed'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Renew the Session ID After Any Privilege Level Change',
      says: 'The identifier of the session is replaced at each login.',
    },
  ],
});
