import { defineMutation } from '../../model/mutation.ts';
import { aboutVictim, fieldsOf, withFields } from './_post.ts';

export default defineMutation({
  id: 'binding/field-twice',
  title: 'Behind the genuine response a forged one in a second field',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, { victim }) =>
      withFields(request, [...fieldsOf(request), ['SAMLResponse', aboutVictim(request, victim)]]),
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
      'What verifies the message and what reads it may take different ones of two fields. The second one names the victim.',
    weakness: ['fields-mixed'],
  },
});
