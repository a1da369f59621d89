import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on the assertion: error for what the standard or product demands, warning for what it advises. */
export const assertionRules: Readonly<Record<string, ProfileRule>> = {
  'assertion/age': { severity: 'warning' },
  'assertion/id': { severity: 'error' },
  'assertion/issue-instant': { severity: 'error' },
  'assertion/issuer': { severity: 'error' },
  'assertion/same-subject': { severity: 'error' },
  'assertion/version': { severity: 'error' },
};
