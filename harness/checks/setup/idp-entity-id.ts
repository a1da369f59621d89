import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'setup/idp-entity-id',
  title: {
    holds: 'The service provider knows the identity provider by the entity ID of its metadata',
    fails: 'The service provider knows the identity provider by another entity ID than that of its metadata',
  },
  why: 'Every response is refused, since its Issuer is compared with the value that was entered.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider entity ID (issuer)',
    change: 'Import the metadata anew, or enter its entityID character by character.',
  },
  judges: 'setup',
  needs: ['setup', 'idp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'entityID is the name by which the entity is known.',
    },
    {
      document: '1kosmos',
      section: 'Configuration values',
      says: 'The IdP Entity ID (Issuer) is collected from the identity provider for AWS.',
    },
  ],
  messages: { differs: 'The service provider has {typed}; the metadata says {published}.' },
  applies: ({ setup }) => setup.idp?.entityId !== undefined || 'What the service provider has is not known.',
  run: ({ setup, 'idp-metadata': metadata }) => {
    const typed = setup.idp?.entityId ?? '';
    if (typed === metadata.entityId) return [];
    const published = metadata.entityId ?? 'no entityID';
    return [
      {
        message: 'differs' as const,
        data: { typed, published },
        expected: published,
        observed: typed,
        where: { artifact: 'setup', path: '/idp/entityId' },
      },
    ];
  },
});
