import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'session/sign-out',
  title: {
    holds: 'Signing out ends the session at the server',
    fails: 'After signing out, the old cookie still works',
  },
  why: 'A copied cookie stays a way in although the person did what they could to close it.',
  fix: {
    console: 'Service provider',
    field: 'Sign-out',
    change: 'Delete the session at the server, not only the cookie in the browser.',
  },
  judges: 'sp',
  needs: ['portal'],
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Manual Session Expiration',
      says: 'Logging out makes the session invalid at least at the server.',
    },
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.2',
      says: 'After a session was ended, a new one needs a new authentication.',
    },
  ],
  messages: { alive: 'The portal still answers the session cookie after sign-out; it has to be refused.' },
  applies: ({ portal }) => portal.signedOut !== undefined || 'Signing out was not tried.',
  run: ({ portal }) =>
    portal.signedOut?.sessionStillWorks === true
      ? [
          {
            message: 'alive' as const,
            expected: 'the login page',
            observed: 'the portal of the person',
            where: { artifact: 'portal', path: '/signedOut/sessionStillWorks' },
          },
        ]
      : [],
});
