import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'session/deep-link-lost',
  title: 'A deep link ends on the portal’s first page',
  stage: 'in-transit',
  change: {
    on: 'portal',
    apply: (record) => ({
      ...record,
      deepLink: {
        wanted:
          record.deepLink?.wanted ??
          `${record.url}#/console?account_id=111122223333&role_name=ReadOnlyAccess`,
        reached: record.url,
      },
    }),
  },
  breaks: ['session/deep-link'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.3',
      says: 'The responder returns the exact RelayState data that came with the request.',
    },
  ],
});
