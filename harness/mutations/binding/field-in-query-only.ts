import { defineMutation } from '../../model/mutation.ts';
import { fieldsOf, withQuery } from './_post.ts';

export default defineMutation({
  id: 'binding/field-in-query-only',
  title: 'The response is in the query string of a POST',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request) => ({ ...request, url: withQuery(request.url, fieldsOf(request)), body: '' }),
  },
  breaks: [],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.4',
      says: 'The message travels base64-encoded in the form field SAMLResponse of a form that is sent by POST.',
    },
  ],
  attack: {
    against: 'sp',
    mechanism: 'In an address the message is kept in histories, logs and Referer lines.',
    weakness: ['fields-mixed'],
  },
});
