import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-protocol-saml-1',
  title: 'An identity provider that speaks SAML 1.1 only',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) =>
      setAttribute(
        xml,
        'IDPSSODescriptor',
        'protocolSupportEnumeration',
        'urn:oasis:names:tc:SAML:1.1:protocol',
      ),
  },
  breaks: ['metadata/idp-role'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.1',
      says: 'protocolSupportEnumeration lists the protocols the role supports.',
    },
  ],
});
