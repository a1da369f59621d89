import { defineMutation } from '../../model/mutation.ts';
import { fieldsOf } from './_post.ts';

export default defineMutation({
  id: 'binding/as-multipart',
  title: 'The response comes as multipart/form-data',
  stage: 'in-transit',
  change: {
    on: 'acs-request',
    apply: (request) => {
      const boundary = 'countersign-boundary-5d1c7b90a2e8';
      const parts = fieldsOf(request).map(
        ([name, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      );
      return {
        ...request,
        headers: { ...request.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
        body: `${parts.join('')}--${boundary}--\r\n`,
      };
    },
  },
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
    mechanism:
      'Rules and filters are made for the form that the binding names; a multipart body is another parser’s.',
    weakness: ['any-method'],
  },
});
