import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertBefore } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/sp-unknown-element',
  title: 'An element in the service provider’s metadata that the schema does not have',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml) => insertBefore(xml, 'SPSSODescriptor', `<md:LoginService xmlns:md="${NS.md}"/>`),
  },
  breaks: ['metadata/sp-schema'],
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
