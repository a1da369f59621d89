import { defineMutation } from '../../model/mutation.ts';
import { addAfterLast } from './_edit.ts';

export default defineMutation({
  id: 'transport/server-error-on-the-way',
  title: 'A request of the login page is answered by 502',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      addAfterLast(exchanges, {
        status: 502,
        resource: 'fetch',
        responseHeaders: [{ name: 'content-type', value: 'text/plain' }],
      }),
  },
  breaks: ['transport/server-errors'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'rfc9110',
      section: '15.6',
      says: 'A status of 5xx says that the server is aware of its own error.',
    },
  ],
});
