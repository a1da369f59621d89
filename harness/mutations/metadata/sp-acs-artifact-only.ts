import { defineMutation } from '../../model/mutation.ts';
import { BINDING } from '../../saml/namespaces.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/sp-acs-artifact-only',
  title: 'A service provider that takes responses by artifact only',
  stage: 'in-transit',
  change: {
    on: 'sp-metadata',
    apply: (xml) => setAttribute(xml, 'AssertionConsumerService', 'Binding', BINDING.artifact),
  },
  breaks: ['metadata/sp-acs-binding'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.2',
      says: 'A response travels by HTTP-POST or HTTP-Artifact, never by HTTP-Redirect.',
    },
  ],
});
