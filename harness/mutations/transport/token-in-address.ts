import { defineMutation } from '../../model/mutation.ts';
import { addAfterLast } from './_edit.ts';

export default defineMutation({
  id: 'transport/token-in-address',
  title: 'A request carries an access token in its address',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      addAfterLast(exchanges, { resource: 'fetch', query: 'access_token=masked-0123456789' }),
  },
  breaks: ['transport/url-secrets'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'owasp',
      section: 'Session Management Cheat Sheet, Session Management Implementation',
      says: 'A session identifier in an address is disclosed by links, logs, histories and the Referer.',
    },
  ],
});
