import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'setup/acs-url-of-other-instance',
  title: 'The identity provider has the ACS URL of another instance',
  stage: 'in-transit',
  change: {
    on: 'setup',
    apply: (record, context) => ({
      ...record,
      sp: {
        ...record.sp,
        acsUrl: context.acsUrl.replace(/[0-9a-f-]{36}$/, '00000000-0000-4000-8000-000000000000'),
      },
    }),
  },
  breaks: ['setup/acs-url'],
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
