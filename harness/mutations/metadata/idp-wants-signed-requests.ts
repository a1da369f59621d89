import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-wants-signed-requests',
  title: 'An identity provider that demands signed requests of a service provider that sends none',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => setAttribute(xml, 'IDPSSODescriptor', 'WantAuthnRequestsSigned', 'true'),
  },
  breaks: ['metadata/signed-requests'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.3',
      says: 'WantAuthnRequestsSigned states that the identity provider requires requests to be signed.',
    },
  ],
});
