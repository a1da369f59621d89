import { defineMutation } from '../../model/mutation.ts';
import { aboutVictim, withQuery } from './_post.ts';

export default defineMutation({
  id: 'binding/field-in-query-too',
  title: 'A forged response in the query string, the genuine one in the body',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, { victim }) => ({
      ...request,
      url: withQuery(request.url, [['SAMLResponse', aboutVictim(request, victim)]]),
    }),
  },
  breaks: [],
  hostile: true,
  safe: 'genuine-user',
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
      'What verifies the message and what reads it may take different ones of two fields. The one in the query string names the victim.',
    weakness: ['fields-mixed'],
  },
});
