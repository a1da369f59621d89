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
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 7.1',
      says: 'The session secret is made in direct response to an authentication.',
    },
  ],
});
