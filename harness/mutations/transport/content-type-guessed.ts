import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/content-type-guessed',
  title: 'The login page lets browsers guess content types',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'idp', path: '/login', remove: ['x-content-type-options'] } },
  breaks: ['transport/content-type-options'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'HTTP Security Response Headers Cheat Sheet, X-Content-Type-Options',
      says: 'Pages carry the value nosniff.',
    },
  ],
});
