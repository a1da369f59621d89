import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/changed-after-signing',
  title: 'The request is changed after it was signed',
  stage: 'after-signing',
  change: { on: 'request', apply: (xml) => setAttribute(xml, 'AuthnRequest', 'ForceAuthn', 'true') },
  breaks: ['request/signature'],
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
    mechanism: 'The signature is genuine and belongs to another request.',
    weakness: ['request-signature-not-checked'],
    needs: ['signed-requests'],
  },
});
