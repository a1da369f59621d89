import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'setup/certificate-of-other-tenant',
  title: 'The service provider has a certificate that the identity provider does not publish',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record, context) => ({
      ...record,
      idp: { ...record.idp, certificates: [context.strangerCertificate] },
    }),
  },
  breaks: ['setup/certificate', 'signature/key'],
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
