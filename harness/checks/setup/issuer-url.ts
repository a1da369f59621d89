import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'setup/issuer-url',
  title: {
    holds: 'The identity provider knows the service provider by the entity ID of its metadata',
    fails: 'The identity provider knows the service provider by another entity ID than that of its metadata',
  },
  why: 'Requests of the service provider are not recognised, and assertions name an audience that is not theirs.',
  fix: {
    console: 'Identity provider',
    field: 'Entity ID of the application',
    change: 'Copy the issuer URL (entity ID) from the service provider.',
  },
  judges: 'setup',
  needs: ['setup', 'sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.3.2',
      says: 'entityID is the name by which the entity is known.',
    },
    {
      document: '1kosmos',
      section: 'Step 3',
      says: 'The Issuer URL of IAM Identity Center is entered as the Entity ID.',
    },
  ],
  messages: { differs: 'The identity provider has {typed}; the metadata says {published}.' },
  applies: ({ setup }) => setup.sp?.entityId !== undefined || 'What the identity provider has is not known.',
  run: ({ setup, 'sp-metadata': metadata }) => {
    const typed = setup.sp?.entityId ?? '';
    if (typed === metadata.entityId) return [];
    const published = metadata.entityId ?? 'no entityID';
    return [
      {
        message: 'differs' as const,
        data: { typed, published },
        expected: published,
        observed: typed,
        where: { artifact: 'setup', path: '/sp/entityId' },
      },
    ];
  },
});
