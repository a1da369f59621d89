import { defineMutation } from '../../model/mutation.ts';
import { addAfterLast } from './_edit.ts';

export default defineMutation({
  id: 'transport/page-without-answer',
  title: 'A page is asked for, and the connection breaks',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      addAfterLast(exchanges, {
        status: 0,
        resource: 'document',
        tls: false,
        failure: 'net::ERR_CONNECTION_RESET',
        responseHeaders: [],
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
