import { deflateSync } from 'node:zlib';
import { defineMutation } from '../../model/mutation.ts';
import { changeRequest } from './_query.ts';

export default defineMutation({
  id: 'request/compressed-with-zlib',
  title: 'A redirected AuthnRequest with the header of zlib',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => changeRequest(url, (xml) => deflateSync(xml)) },
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
