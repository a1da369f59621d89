import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'session/outlives-sign-out',
  title: 'The old cookie works after sign-out',
  stage: 'in-transit',
  change: { on: 'portal', apply: (record) => ({ ...record, signedOut: { sessionStillWorks: true } }) },
  breaks: ['session/sign-out'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Manual Session Expiration',
      says: 'Logging out makes the session invalid at least at the server.',
    },
  ],
});
