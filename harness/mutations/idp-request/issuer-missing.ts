import { defineMutation } from '../../model/mutation.ts';
import { removeElement } from '../kit/edit.ts';

export default defineMutation({
  id: 'idp-request/issuer-missing',
  title: 'The request has no Issuer',
  stage: 'before-signing',
  change: { on: 'request', apply: (xml) => removeElement(xml, 'AuthnRequest/Issuer') },
  breaks: ['request/issuer'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'Issuer is present and is the unique identifier of the service provider.',
    },
  ],
  attack: {
    against: 'idp',
    mechanism: 'An identity provider that goes by the address for the answer alone serves whoever names one.',
    weakness: ['request-issuer-optional'],
  },
});
