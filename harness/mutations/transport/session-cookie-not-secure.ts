import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/session-cookie-not-secure',
  title: 'The portal’s session cookie may travel over http',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'sp', path: '/start/handoff', cookie: { drop: 'Secure' } } },
  breaks: ['transport/cookie-secure'],
  hostile: false,
  safe: 'unaffected',
  refs: [{ document: 'rfc6265bis', section: '4.1.2.5', says: 'Secure limits a cookie to secure channels.' }],
});
