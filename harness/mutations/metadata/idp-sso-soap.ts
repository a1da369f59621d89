import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';

export default defineMutation({
  id: 'metadata/idp-sso-soap',
  title: 'An identity provider that takes requests by SOAP only',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => xml.replaceAll(BINDING.redirect, BINDING.soap).replaceAll(BINDING.post, BINDING.soap),
  },
  breaks: ['metadata/idp-sso-service'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'The request travels by HTTP-Redirect, HTTP-POST or HTTP-Artifact.',
    },
  ],
});
