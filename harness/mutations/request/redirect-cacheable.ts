import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'request/redirect-cacheable',
  title: 'A redirect to the identity provider that may be kept in a cache',
  stage: 'in-transit',
  change: { on: 'headers', fault: { double: 'sp', path: '/start/login', remove: ['cache-control'] } },
  breaks: ['request/redirect-cache'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.5.1',
      says: 'Answers that carry a SAML message should have Cache-Control no-cache, no-store.',
    },
  ],
});
