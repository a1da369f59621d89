import { defineMutation } from '../../model/mutation.ts';
import { NAMEID } from '../../saml/namespaces.ts';

export default defineMutation({
  id: 'metadata/idp-name-id-format-other',
  title: 'An identity provider that offers persistent identifiers only',
  stage: 'in-transit',
  change: { on: 'idp-metadata', apply: (xml) => xml.replaceAll(NAMEID.emailAddress, NAMEID.persistent) },
  breaks: ['metadata/idp-name-id-format', 'request/name-id-policy'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.2',
      says: 'NameIDFormat elements enumerate the formats that are supported.',
    },
  ],
  needsArtifacts: ['request'],
});
