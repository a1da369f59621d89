import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { entityIdFault } from './_entity-id.ts';
import { quote } from './_show.ts';

export default defineCheck({
  id: 'metadata/idp-entity-id',
  title: {
    holds: "The identity provider's entityID is a URI of at most 1024 characters",
    fails: "The identity provider's entityID is not a URI of at most 1024 characters",
  },
  why: 'The entityID names the identity provider in every message; a value of another form is refused, or compared wrongly.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → entity ID',
    change: 'Set the entity ID to an absolute URI and exchange the metadata again.',
  },
  judges: 'idp',
  needs: ['idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.1',
      says: 'An entity identifier is a URI of at most 1024 characters.',
    },
    {
      document: 'saml-core',
      section: '1.3.2',
      says: 'A URI reference has at least one non-white-space character, and is absolute where nothing else is said.',
    },
  ],
  messages: {
    absent: 'The metadata has no entityID; one is required.',
    'not-a-uri': 'The entityID {entityId} is not an absolute URI.',
    'too-long': 'The entityID has {length} characters; at most 1024 are allowed.',
  },
  run: ({ 'idp-metadata': { document, element, entityId } }) => {
    if (element === undefined) return [];
    const where = locate('idp-metadata', element, document, { attribute: 'entityID' });
    const expected = 'an absolute URI of at most 1024 characters';
    if (entityId === undefined) return [{ message: 'absent', expected, observed: 'nothing', where }];
    const message = entityIdFault(entityId);
    if (message === undefined) return [];
    const data = { entityId: quote(entityId), length: [...entityId].length };
    return [{ message, data, expected, observed: quote(entityId), where }];
  },
});
