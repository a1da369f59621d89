import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/issuer-url-of-iam',
  title: 'The identity provider has the audience of IAM sign-in as entity ID',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record) => ({ ...record, sp: { ...record.sp, entityId: 'urn:amazon:webservices' } }),
  },
  breaks: ['identity-center/issuer-url', 'setup/issuer-url'],
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
