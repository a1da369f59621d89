import { defineMutation } from '../../model/mutation.ts';
import { dropCookiesAfterPost } from '../transport/_edit.ts';

export default defineMutation({
  id: 'session/no-new-cookie',
  title: 'No cookie is set when the login is complete',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) => dropCookiesAfterPost(exchanges),
  },
  breaks: ['session/renewed'],
  hostile: true,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet',
      says: 'Sessions are made anew at the login and end at the server.',
    },
  ],
});
