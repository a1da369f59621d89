import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/base64-padding',
  title: 'The padding is missing',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => {
      const bytes = Buffer.from(parameter, 'base64');
      // A line break at the end changes nothing, but makes padding necessary.
      const padded = Buffer.concat([bytes, Buffer.from('\n'.repeat(bytes.length % 3 === 0 ? 1 : 0))]);
      return padded.toString('base64').replaceAll('=', '');
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
    mechanism: 'Two ways to write one message are two messages for whatever compares or filters it.',
    weakness: ['lenient-base64'],
  },
});
