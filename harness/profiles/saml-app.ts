import { defineProfile } from '../model/profile.ts';
import { samlAppRules } from './saml-app/saml-app.ts';

/** Any application that takes SAML logins and says nothing special about them. */
export const samlApp = defineProfile({
  id: 'saml-app',
  title: 'A SAML 2.0 application',
  version: 3,
  extends: ['saml-web-sso'],
  skewMs: 180_000,
  checks: {
    ...samlAppRules,
    // The application names no format of its own.
    'metadata/idp-name-id-format': 'off',
    // The limit of 75,000 characters is that of one product.
    'metadata/idp-size': { severity: 'error', options: { minCharacters: 0, maxCharacters: 10_000_000 } },
    // Somebody has as many roles as groups.
    'attributes/single-valued': 'off',
  },
});
