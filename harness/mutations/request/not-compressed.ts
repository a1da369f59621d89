import { defineMutation } from '../../model/mutation.ts';
import { changeRequest } from './_query.ts';

export default defineMutation({
  id: 'request/not-compressed',
  title: 'A redirected AuthnRequest in plain base64',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => changeRequest(url, (xml) => xml) },
  breaks: ['request/encoding'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'The DEFLATE of RFC 1951 is applied to the message, before base64.',
    },
  ],
});
