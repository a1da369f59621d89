import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on values carried from one console to the other: any difference stops logins. */
export const setupRules: Readonly<Record<string, ProfileRule>> = {
  'setup/idp-entity-id': { severity: 'error' },
  'setup/sso-url': { severity: 'error' },
  'setup/certificate': { severity: 'error' },
  'setup/acs-url': { severity: 'error' },
  'setup/issuer-url': { severity: 'error' },
};
