import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from './_roles.ts';
import { quote } from './_show.ts';

export default defineCheck({
  id: 'metadata/sp-acs-indexes',
  title: {
    holds: "The indexes of the service provider's ACS endpoints are unique, and at most one is the default",
    fails: "The service provider's ACS endpoints share an index, or more than one is the default",
  },
  why: 'The identity provider cannot tell which address is meant, and may send the response to the wrong one.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → assertion consumer service',
    change: 'Give each endpoint an index of its own, and mark one as the default at most.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.3',
      says: 'index gives each endpoint of a kind a number of its own; isDefault marks the default.',
    },
    {
      document: 'saml-errata',
      section: 'E37',
      says: 'Of several endpoints that are marked as the default, the first counts.',
    },
    {
      assumption: 'One endpoint is marked as the default at most.',
      known:
        'Metadata 2.2.3 copes with several marks; two of them show that a file was put together by hand.',
    },
  ],
  messages: {
    shared: 'The index {index} occurs more than once; each has to be unique.',
    defaults: '{count} endpoints are marked as the default; one is enough.',
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
      const defaults = assertionConsumers.filter(
        ({ isDefault }) => isDefault === 'true' || isDefault === '1',
      );
      return [
        ...shared.map(({ element, index = '' }) => ({
          message: 'shared' as const,
          data: { index: quote(index) },
          expected: 'an index of its own',
          observed: quote(index),
          where: locate('sp-metadata', element, metadata.document, { attribute: 'index' }),
        })),
        ...defaults.slice(1, 2).map(({ element }) => ({
          message: 'defaults' as const,
          data: { count: defaults.length },
          expected: 'one default at most',
          observed: `${defaults.length} defaults`,
          where: locate('sp-metadata', element, metadata.document, { attribute: 'isDefault' }),
        })),
      ];
    }),
});
