import { defineMutation } from '../../model/mutation.ts';
import { ALG } from '../../saml/namespaces.ts';
import { addField } from './_query.ts';

export default defineMutation({
  id: 'request/signature-before-algorithm',
  title: 'A signed query whose fields come in another order',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      addField(addField(url, 'Signature', 'c2lnbmF0dXJl'), 'SigAlg', encodeURIComponent(ALG.rsaSha256)),
  },
  breaks: ['request/signature', 'request/signature-order'],
  hostile: false,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'Signed is the text SAMLRequest=…&RelayState=…&SigAlg=… with the values as they are encoded in the URL.',
    },
    {
      assumption: 'A query that comes in the order that was signed verifies everywhere.',
      known:
        'Bindings 3.4.4.1 lets the fields of the address come in any order, and has the verifier put them right; some verify the query as it came.',
    },
  ],
});
