import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'binding/base64-double',
  title: 'The response is encoded twice',
  stage: 'in-transit',
  change: {
    on: 'response-parameter',
    apply: (parameter) => Buffer.from(parameter, 'utf8').toString('base64'),
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
    mechanism: 'Who decodes until it looks right reads what no filter before it has seen.',
    weakness: ['lenient-base64'],
  },
});
