import { defineMutation } from '../../model/mutation.ts';
import { fieldsOf } from './_post.ts';

export default defineMutation({
  id: 'binding/as-json',
  title: 'The response comes as JSON',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request) => ({
      ...request,
      headers: { ...request.headers, 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(fieldsOf(request))),
    }),
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
      'Rules and filters are made for the form that the binding names; parsers of JSON make objects where texts were.',
    weakness: ['any-method'],
  },
});
