import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'setup/idp-entity-id-with-slash',
  title: 'The service provider has the identity provider’s entity ID with a slash at the end',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record, context) => ({ ...record, idp: { ...record.idp, entityId: `${context.idpEntityId}/` } }),
  },
  breaks: ['setup/idp-entity-id'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Configuration values',
      says: 'Entity ID, SSO URL, certificate, ACS URL and issuer URL are carried from one console to the other.',
    },
  ],
});
