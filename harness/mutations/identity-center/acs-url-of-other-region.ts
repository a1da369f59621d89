import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/acs-url-of-other-region',
  title: 'The identity provider has an ACS URL of another region',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record, context) => ({
      ...record,
      sp: { ...record.sp, acsUrl: context.acsUrl.replace(/\/\/[a-z0-9-]+\./, '//eu-central-1.') },
    }),
  },
  breaks: ['identity-center/region', 'setup/acs-url'],
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
