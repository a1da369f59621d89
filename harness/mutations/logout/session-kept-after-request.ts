import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'logout/session-kept-after-request',
  title: 'After a genuine LogoutRequest the session is still open',
  stage: 'in-transit',
  change: { on: 'order' },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '3.7.1',
      says: 'A LogoutRequest names the principal whose sessions end, and until when it may be obeyed.',
    },
    {
      document: 'saml-core',
      section: '3.7.3.1',
      says: 'A session participant ends the sessions that the request names.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'The identity provider believes that the session has ended.',
    weakness: ['logout-keeps-session'],
    needs: ['single-logout'],
    steps: [
      { step: 'log-in', jar: 'own' },
      { step: 'send-logout', jar: 'own', message: 'genuine' },
      { step: 'restore-cookies', jar: 'own' },
    ],
  },
});
