import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/by-put',
  title: 'The response comes by PUT',
  stage: 'in-transit',
  change: { on: 'acs-request', apply: (request) => ({ ...request, method: 'PUT' }) },
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
    mechanism: 'Rules and filters are made for the POST that the binding names.',
    weakness: ['any-method'],
  },
});
