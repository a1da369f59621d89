import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { elementText } from '../kit/edit.ts';

export default defineMutation({
  id: 'metadata/idp-entity-twice',
  title: 'The identity provider described twice in one document',
  stage: 'in-transit',
  change: {
    on: 'idp-metadata',
    apply: (xml) => {
      const one = elementText(xml, 'EntityDescriptor');
      return `<md:EntitiesDescriptor xmlns:md="${NS.md}">${one}${one.replace(/ ID="[^"]*"/, '')}</md:EntitiesDescriptor>`;
    },
  },
  breaks: ['metadata/idp-entity-unique'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'entityID is the unique identifier of the entity that the element describes.',
    },
  ],
});
