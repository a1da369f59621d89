import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { attr, descendants, locate } from '../../saml/tree.ts';
import { quote } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-entity-unique',
  title: {
    holds: "The identity provider's metadata describes each entity once",
    fails: "The identity provider's metadata describes an entity more than once",
  },
  why: 'One importer takes the first description, another the last: keys and addresses then differ from what was meant.',
  fix: {
    console: 'Identity provider',
    field: 'SAML metadata',
    change: 'Export the metadata of this one tenant, and leave out older copies.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'entityID is the unique identifier of the entity that the element describes.',
    },
  ],
  messages: { twice: '{count} EntityDescriptor elements have the entityID {entityId}; one is wanted.' },
  run: ({ 'idp-metadata': { document } }) => {
    const { root } = document;
    if (root === undefined) return [];
    const byId = Map.groupBy(
      [...descendants(root)].filter(
        ({ namespace, local }) => namespace === NS.md && local === 'EntityDescriptor',
      ),
      (element) => attr(element, 'entityID') ?? '',
    );
    return [...byId].flatMap(([entityId, elements]) => {
      const second = elements[1];
      if (second === undefined) return [];
      const observed = `${elements.length} descriptions`;
      const where = locate('idp-metadata', second, document, { attribute: 'entityID' });
      const data = { count: elements.length, entityId: quote(entityId) };
      return [{ message: 'twice' as const, data, expected: 'one description', observed, where }];
    });
  },
});
