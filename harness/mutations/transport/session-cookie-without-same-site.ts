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
      section: '5.6.7.2',
      says: 'Browsers may let a young cookie without SameSite go with a post from another site.',
    },
  ],
});
