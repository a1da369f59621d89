import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-entity-id-no-uri',
  title: 'An identity provider named by a word instead of a URI',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => setAttribute(xml, 'EntityDescriptor', 'entityID', 'acme-login'),
  },
  breaks: ['metadata/idp-entity-id', 'setup/idp-entity-id', 'response/issuer', 'assertion/issuer'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.1',
      says: 'An entity identifier is a URI of at most 1024 characters.',
    },
  ],
});
