import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/session-cookie-strict',
  title: 'The portal’s session cookie is held back after the cross-site post',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: { double: 'sp', path: '/start/handoff', cookie: { drop: 'SameSite', add: 'SameSite=Strict' } },
  },
  breaks: ['transport/cookie-survives-post'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc6265bis',
      section: '4.1.2',
      says: 'Secure, HttpOnly and SameSite narrow where a cookie goes.',
    },
  ],
});
