import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on metadata: error for what the standard demands, warning for what it advises. */
export const metadataRules: Readonly<Record<string, ProfileRule>> = {
  'metadata/idp-readable': { severity: 'error' },
  'metadata/idp-schema': { severity: 'error' },
  'metadata/idp-entity-id': { severity: 'error' },
  'metadata/idp-role': { severity: 'error' },
  'metadata/idp-signing-key': { severity: 'error' },
  'metadata/idp-key-strength': { severity: 'warning' },
  'metadata/idp-certificate-current': { severity: 'warning' },
  'metadata/idp-certificate-renewal': { severity: 'warning' },
  'metadata/idp-certificate-extensions': { severity: 'warning' },
  'metadata/idp-key-use': { severity: 'info' },
  'metadata/idp-key-rollover': { severity: 'info' },
  'metadata/idp-keys-imported': { severity: 'warning' },
  'metadata/idp-keys-withdrawn': { severity: 'warning' },
  'metadata/idp-sso-service': { severity: 'error' },
  'metadata/idp-endpoints-https': { severity: 'warning' },
  // Without an option the format is that of an e-mail address; profiles for other products replace it.
  'metadata/idp-name-id-format': { severity: 'warning' },
  'metadata/idp-validity': { severity: 'error' },
  'metadata/idp-size': { severity: 'error' },
  'metadata/idp-secrets': { severity: 'error' },
  'metadata/signed-requests': { severity: 'error' },
  'metadata/sp-readable': { severity: 'error' },
  'metadata/sp-schema': { severity: 'error' },
  'metadata/sp-entity-id': { severity: 'error' },
  'metadata/sp-role': { severity: 'error' },
  'metadata/sp-acs-binding': { severity: 'error' },
  'metadata/sp-acs-indexes': { severity: 'error' },
  'metadata/sp-endpoints-https': { severity: 'warning' },
  'metadata/sp-assertions-signed': { severity: 'error' },
};
