import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/session-cookie-for-scripts',
  title: 'Scripts can read the portal’s session cookie',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'sp', path: '/start/handoff', cookie: { drop: 'HttpOnly' } } },
  breaks: ['transport/cookie-http-only'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc6265bis',
      section: '4.1.2.6',
      says: 'HttpOnly has the browser leave the cookie out of what it shows to scripts.',
    },
  ],
});
