import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/base64-url',
  title: 'The response is in the alphabet of base64url',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => parameter.replaceAll('+', '-').replaceAll('/', '_'),
  },
  breaks: ['response/readable'],
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
    mechanism: 'Two ways to write one message are two messages for whatever compares or filters it.',
    weakness: ['lenient-base64'],
  },
});
