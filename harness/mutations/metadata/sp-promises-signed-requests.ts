import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/sp-promises-signed-requests',
  title: 'A service provider that promises signed requests and sends none',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml) => setAttribute(xml, 'SPSSODescriptor', 'AuthnRequestsSigned', 'true'),
  },
  breaks: ['request/signed'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-errata',
      section: 'E7',
      says: 'An identity provider answers an unsigned request with an error if the metadata promised signed ones.',
    },
  ],
  needsArtifacts: ['request'],
});
