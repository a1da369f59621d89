import { defineMutation } from '../../model/mutation.ts';
import { fieldsOf, withQuery } from './_post.ts';

export default defineMutation({
  id: 'binding/by-get',
  title: 'The response comes by GET',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request) => ({ method: 'GET', url: withQuery(request.url, fieldsOf(request)), headers: {} }),
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
    mechanism:
      'In an address the message is kept in histories, logs and Referer lines, and any link can carry it.',
    weakness: ['any-method'],
  },
});
