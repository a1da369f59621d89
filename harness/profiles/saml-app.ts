import { defineProfile } from '../model/profile.ts';

/** Any application that takes SAML logins and says nothing special about them. */
export const samlApp = defineProfile({
  id: 'saml-app',
  title: 'A SAML 2.0 application',
  version: 2,
  extends: ['saml-web-sso'],
  skewMs: 180_000,
  checks: {
    // The application names no format of its own.
    'metadata/idp-name-id-format': 'off',
    // The limit of 75,000 characters is that of one product.
    'metadata/idp-size': { severity: 'error', options: { minCharacters: 0, maxCharacters: 10_000_000 } },
  },
});
