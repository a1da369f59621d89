import { defineMutation } from '../../model/mutation.ts';
import { withoutQuerySignature } from '../kit/redirect.ts';
import { signedQuery } from './_signed-query.ts';

export default defineMutation({
  id: 'idp-request/signature-stripped',
  title: 'The signature is taken off the request',
  stage: 'in-transit',
  change: { on: 'request-url', apply: (url) => withoutQuerySignature(signedQuery(url)) },
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
    mechanism: 'Anyone makes requests in a service provider’s name, with conditions of their own.',
    weakness: ['request-signature-optional'],
    needs: ['signed-requests'],
  },
});
