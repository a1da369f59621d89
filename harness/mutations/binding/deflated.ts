import { deflateRawSync } from 'node:zlib';
import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/deflated',
  title: 'The response is compressed',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => deflateRawSync(Buffer.from(parameter, 'base64')).toString('base64'),
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
    mechanism: 'A post is not compressed: who inflates it takes two ways to write one message, and bombs.',
    weakness: ['inflates-posts'],
  },
});
