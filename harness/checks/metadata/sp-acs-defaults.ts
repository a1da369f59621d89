import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { rolesOf } from './_roles.ts';

export default defineCheck({
  id: 'metadata/sp-acs-defaults',
  title: {
    holds: "At most one of the service provider's ACS endpoints is marked as the default",
    fails: "More than one of the service provider's ACS endpoints is marked as the default",
  },
  why: 'An identity provider that does not know that the first one counts sends the response to another address.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → assertion consumer service',
    change: 'Mark one endpoint as the default at most.',
  },
  judges: 'sp',
  needs: ['sp-metadata'],
  refs: [
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
  messages: { defaults: '{count} endpoints are marked as the default; one is enough.' },
  applies: ({ 'sp-metadata': metadata }) =>
    rolesOf(metadata, 'sp').some((role) => role.assertionConsumers.length > 0) ||
    'The metadata has no AssertionConsumerService.',
  run: ({ 'sp-metadata': metadata }) =>
    rolesOf(metadata, 'sp').flatMap(({ assertionConsumers }) => {
      const defaults = assertionConsumers.filter(
        ({ isDefault }) => isDefault === 'true' || isDefault === '1',
      );
      return defaults.slice(1, 2).map(({ element }) => ({
        message: 'defaults' as const,
        data: { count: defaults.length },
        expected: 'one default at most',
        observed: `${defaults.length} defaults`,
        where: locate('sp-metadata', element, metadata.document, { attribute: 'isDefault' }),
      }));
    }),
});
