import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/acs-url-of-iam',
  title: 'The identity provider has the ACS URL of IAM sign-in',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record) => ({ ...record, sp: { ...record.sp, acsUrl: 'https://signin.aws.amazon.com/saml' } }),
  },
  breaks: ['identity-center/acs-url', 'setup/acs-url'],
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
