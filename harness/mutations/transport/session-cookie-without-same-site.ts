import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/session-cookie-without-same-site',
  title: 'The portal’s session cookie has no SameSite',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'sp', path: '/start/handoff', cookie: { drop: 'SameSite' } } },
  breaks: ['transport/cookie-same-site'],
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
