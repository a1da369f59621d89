import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/sp-protocol-saml-1',
  title: 'A service provider that speaks SAML 1.1 only',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml) =>
      setAttribute(
        xml,
        'SPSSODescriptor',
        'protocolSupportEnumeration',
        'urn:oasis:names:tc:SAML:1.1:protocol',
      ),
  },
  breaks: ['metadata/sp-role'],
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
