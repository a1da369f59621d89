import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { addField } from './_query.ts';

export default defineMutation({
  id: 'request/signed-by-unknown-key',
  title: 'An AuthnRequest signed by a key that the metadata does not publish',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      addField(addField(url, 'SigAlg', encodeURIComponent(ALG.rsaSha256)), 'Signature', 'c2lnbmF0dXJl'),
  },
  breaks: ['request/signature'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'The message is compressed by the DEFLATE of RFC 1951, and signed as the query text.',
    },
  ],
});
