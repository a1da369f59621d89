import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'setup/sso-url-of-old-tenant',
  title: 'The service provider has the sign-on address of another tenant',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record) => ({
      ...record,
      idp: { ...record.idp, ssoUrl: 'https://old-tenant.1kosmos.net/saml/sso' },
    }),
  },
  breaks: ['setup/sso-url'],
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
