import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on an application and its roles: error where people get in wrongly or not at all. */
export const samlAppRules: Readonly<Record<string, ProfileRule>> = {
  'saml-app/acs-url': { severity: 'error' },
  'saml-app/assignment': { severity: 'error' },
  'saml-app/audience': { severity: 'error' },
  // The guides of several applications ask for a name that is not theirs alone.
  'saml-app/audience-own': { severity: 'info' },
  'saml-app/mapping-agreed': { severity: 'error' },
  'saml-app/mapping-expression': { severity: 'error' },
  'saml-app/relay-state': { severity: 'error' },
  'saml-app/role-entitled': { severity: 'error' },
  'saml-app/role-form': { severity: 'error' },
  'saml-app/role-known': { severity: 'error' },
  'saml-app/role-separate': { severity: 'error' },
  'saml-app/roles-renewed': { severity: 'error' },
  'saml-app/roles-shown': { severity: 'error' },
  'saml-app/session-duration': { severity: 'warning' },
  'saml-app/session-end': { severity: 'warning' },
  'saml-app/start-url': { severity: 'error' },
  'saml-app/subject-mapping': { severity: 'error' },
};
