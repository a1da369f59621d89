import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from './_roles.ts';
import { quote } from './_show.ts';

export default defineCheck({
  id: 'metadata/sp-acs-indexes',
  title: {
    holds: "The indexes of the service provider's ACS endpoints are unique",
    fails: "The service provider's ACS endpoints share an index",
  },
  why: 'The identity provider cannot tell which address is meant, and may send the response to the wrong one.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → assertion consumer service',
    change: 'Give each endpoint an index of its own.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.3',
      says: 'index gives each endpoint of a kind a number of its own.',
    },
  ],
  messages: {
    shared: 'The index {index} occurs more than once; each has to be unique.',
  },
  applies: ({ 'sp-metadata': metadata }) =>
    rolesOf(metadata, 'sp').some((role) => role.assertionConsumers.length > 0) ||
    'The metadata has no AssertionConsumerService.',
  run: ({ 'sp-metadata': metadata }) =>
    rolesOf(metadata, 'sp').flatMap(({ assertionConsumers }) => {
      const seen = new Set<number>();
      const shared = assertionConsumers.filter(({ index }) => {
        if (index === undefined) return false;
        // xs:unsignedShort: "01" and "1" are the same number.
        const number = Number(index);
        const again = seen.has(number);
        seen.add(number);
        return again;
      });
      return shared.map(({ element, index = '' }) => ({
        message: 'shared' as const,
        data: { index: quote(index) },
        expected: 'an index of its own',
        observed: quote(index),
        where: locate('sp-metadata', element, metadata.document, { attribute: 'index' }),
      }));
    }),
});
