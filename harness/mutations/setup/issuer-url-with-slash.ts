import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'setup/issuer-url-with-slash',
  title: 'The identity provider has the issuer URL with a slash at the end',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record, context) => ({ ...record, sp: { ...record.sp, entityId: `${context.spEntityId}/` } }),
  },
  breaks: ['setup/issuer-url', 'identity-center/issuer-url'],
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
