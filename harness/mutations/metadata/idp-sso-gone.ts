import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'metadata/idp-sso-gone',
  title: 'A single sign-on address that is no longer there',
  stage: 'in-transit',
  change: {
    on: 'exchanges',
    apply: (exchanges) =>
      exchanges.map((one) => (/[?&]SAMLRequest=/.test(one.url) ? { ...one, status: 404 } : one)),
  },
  breaks: ['metadata/idp-sso-answers'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: 'saml-metadata',
      section: '2.2.2',
      says: 'The Location of an endpoint is the URI at which it can be reached.',
    },
  ],
});
