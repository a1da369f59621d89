import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'transport/form-cached',
  title: 'The page that posts the response may be cached',
  stage: 'in-transit',
  change: {
    on: 'headers',
    fault: { double: 'idp', path: '/login/complete', set: { 'cache-control': 'private, max-age=60' } },
  },
  breaks: ['transport/form-no-store'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.1',
      says: 'Answers that carry a SAML message should have Cache-Control no-cache, no-store.',
    },
  ],
});
