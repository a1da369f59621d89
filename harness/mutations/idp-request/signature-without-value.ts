import { defineMutation } from '../../model/mutation.ts';
import { signedQuery } from './_signed-query.ts';

export default defineMutation({
  id: 'idp-request/signature-without-value',
  title: 'The request names an algorithm and has no signature',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => signedQuery(url).replace(/&Signature=[^&#]*/, '') },
  breaks: ['request/signed'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'AuthnRequestsSigned says that the service provider signs its requests.',
    },
    {
      document: 'saml-bindings',
      section: '3.4.4.1',
      says: 'Signed is the text SAMLRequest=…&RelayState=…&SigAlg=… with the values as they are encoded in the URL.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'An identity provider that tells signed requests by their algorithm has nothing to verify.',
    weakness: ['request-signature-optional'],
    needs: ['signed-requests'],
  },
});
