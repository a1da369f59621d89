import { defineMutation } from '../../model/mutation.ts';
import { signedQuery } from './_signed-query.ts';

export default defineMutation({
  id: 'idp-request/signature-without-algorithm',
  title: 'The request has a signature and names no algorithm',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => signedQuery(url).replace(/&SigAlg=[^&#]*/, '') },
  breaks: ['request/signature', 'request/signature-order'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'Signed is the text SAMLRequest=…&RelayState=…&SigAlg=… with the values as they are encoded in the URL.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'An identity provider that does not know how to verify must not believe.',
    weakness: ['request-signature-not-checked'],
    needs: ['signed-requests'],
  },
});
