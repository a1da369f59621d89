import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { queryValue } from './_query.ts';

const deflateEncoding = 'urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE';

export default defineCheck({
  id: 'request/encoding',
  title: {
    holds: 'The redirected AuthnRequest is compressed as the binding says',
    fails: 'The redirected AuthnRequest is not compressed as the binding says',
  },
  why: 'Some identity providers inflate it all the same; the others show an error page.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → request binding',
    change: 'Compress with raw DEFLATE (RFC 1951), without the header and checksum of zlib.',
  },
  judges: 'sp',
  needs: ['request', 'request-delivery'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4',
      says: 'SAMLEncoding names the encoding by a URI; without it, it is DEFLATE.',
    },
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'The DEFLATE of RFC 1951 is applied to the message, before base64.',
    },
  ],
  messages: {
    zlib: 'The message is compressed with the header of zlib round it; raw DEFLATE is wanted.',
    plain: 'The message is not compressed at all; raw DEFLATE is wanted.',
    other: 'SAMLEncoding names {encoding}; DEFLATE is wanted.',
  },
  applies: ({ 'request-delivery': delivery }) =>
    delivery.binding === 'HTTP-Redirect' || 'The request did not travel by HTTP-Redirect.',
  run: ({ request: { deflate }, 'request-delivery': { url } }) => {
    const encoding = queryValue(url, 'SAMLEncoding') ?? deflateEncoding;
    const where = { artifact: 'request', path: '/' } as const;
    if (encoding !== deflateEncoding) {
      const observed = quote(encoding);
      return [{ message: 'other', data: { encoding: observed }, expected: deflateEncoding, observed, where }];
    }
    if (deflate === 'raw') return [];
    const observed = deflate === 'zlib' ? 'zlib (RFC 1950)' : 'no compression';
    return [
      { message: deflate === 'zlib' ? 'zlib' : 'plain', expected: 'raw DEFLATE (RFC 1951)', observed, where },
    ];
  },
});
