import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/base64-padding-inside',
  title: 'Padding stands in the middle of the response',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => {
      const bytes = Buffer.from(parameter, 'base64');
      return bytes.subarray(0, 100).toString('base64') + bytes.subarray(100).toString('base64');
    },
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
    mechanism: 'Some decoders end at the padding, some go on behind it: they read different messages.',
    weakness: ['lenient-base64'],
  },
});
