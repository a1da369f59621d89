import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-unknown-element',
  title: 'An element in the identity provider’s metadata that the schema does not have',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => insertBefore(xml, 'IDPSSODescriptor', `<md:LoginService xmlns:md="${NS.md}"/>`),
  },
  breaks: ['metadata/idp-schema'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2',
      says: 'Metadata is expressed by the elements and types of its schema.',
    },
  ],
});
