import { defineMutation } from '../../model/mutation.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/sp-entity-id-no-uri',
  title: 'A service provider named by a word instead of a URI',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml) => setAttribute(xml, 'EntityDescriptor', 'entityID', 'aws-portal'),
  },
  breaks: ['metadata/sp-entity-id', 'setup/issuer-url', 'request/issuer', 'conditions/audience'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.1',
      says: 'An entity identifier is a URI of at most 1024 characters.',
    },
  ],
  needsArtifacts: ['request'],
});
