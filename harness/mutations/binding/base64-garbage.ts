import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/base64-garbage',
  title: 'Characters that are not base64 stand within the response',
  stage: 'in-transit',
  change: { on: 'response-parameter', apply: (parameter) => parameter.match(/.{1,40}/g)?.join('*~') ?? '' },
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
    mechanism:
      'Decoders that skip what they do not know let the message pass whatever compares or filters it.',
    weakness: ['lenient-base64'],
  },
});
