import type { ProfileRule } from '../../model/profile.ts';

/** What IAM Identity Center demands beyond the standard. Forms of addresses rest on observation, so they only warn. */
export const identityCenterRules: Readonly<Record<string, ProfileRule>> = {
  'identity-center/acs-url': { severity: 'warning' },
  'identity-center/issuer-url': { severity: 'warning' },
  // The values of direct IAM federation in this application, or of this one in the other.
  'aws/service': { severity: 'error' },
  'identity-center/region': { severity: 'error' },
  'identity-center/instance': { severity: 'error' },
  'identity-center/user-exists': { severity: 'error' },
  'identity-center/user-active': { severity: 'error' },
  'identity-center/assignment': { severity: 'warning' },
  'identity-center/access-shown': { severity: 'error' },
  'identity-center/attribute-count': { severity: 'error' },
  'identity-center/attribute-single': { severity: 'error' },
  'identity-center/attribute-unique': { severity: 'error' },
  'identity-center/attribute-name-format': { severity: 'error' },
  'identity-center/attribute-plain': { severity: 'error' },
};
