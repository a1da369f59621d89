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
      section: '5.6.7.1',
      says: 'Strict cookies do not go with a top-level navigation that a page of another site caused.',
    },
  ],
});
