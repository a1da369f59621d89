import { defineMutation } from '../../model/mutation.ts';
import { aboutVictim, fieldsOf, withFields } from './_post.ts';

export default defineMutation({
  id: 'binding/field-twice-forged-first',
  title: 'Before the genuine response a forged one in a first field',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request, { victim }) =>
      withFields(request, [['SAMLResponse', aboutVictim(request, victim)], ...fieldsOf(request)]),
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
      'What verifies the message and what reads it may take different ones of two fields. The first one names the victim.',
    weakness: ['fields-mixed'],
  },
});
