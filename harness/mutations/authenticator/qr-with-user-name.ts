import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'authenticator/qr-with-user-name',
  title: 'The code on the login page holds the name of the person',
  stage: 'in-transit',
  change: {
    on: 'phone',
    apply: (record) => ({ ...record, qr: `${record.qr}&u=${encodeURIComponent(record.shown.userName)}` }),
  },
  breaks: ['authenticator/qr-secret'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Session ID Content (or Value)',
      says: 'The identifier of a session is meaningless in itself, and holds nothing about the person.',
    },
  ],
});
