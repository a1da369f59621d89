import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'logout/session-kept',
  title: 'After a logout the old cookies still open the session',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Session Expiration',
      says: 'A logout ends the session at the server.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism:
      'The browser forgets its cookie, the target does not end the session: who copied the cookie stays in.',
    weakness: ['logout-keeps-session'],
    needs: ['log-out'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'log-out', jar: 'own' },
      { step: 'restore-cookies', jar: 'own' },
    ],
  },
});
