import { defineMutation } from '../../model/mutation.ts';
import { hostileRequest, signedQuery } from './_signed-query.ts';

export default defineMutation({
  id: 'idp-request/second-request-before',
  title: 'A hostile request stands before the signed one',
  stage: 'in-transit',
  change: {
    on: 'request-url',
    apply: (url) =>
      signedQuery(url).replace('SAMLRequest=', () => `SAMLRequest=${hostileRequest(url)}&SAMLRequest=`),
  },
  breaks: ['request/acs', 'request/signature', 'request/signature-order'],
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
    mechanism: 'What verifies the query and what reads it may take different ones of two fields.',
    weakness: ['request-signature-of-other-text'],
    needs: ['signed-requests'],
  },
});
