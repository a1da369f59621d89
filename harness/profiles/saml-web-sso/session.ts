import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on the session that follows the login. */
export const sessionRules: Readonly<Record<string, ProfileRule>> = {
  'session/right-user': { severity: 'error' },
  'session/portal-user': { severity: 'error' },
  'session/deep-link': { severity: 'error' },
  'session/renewed': { severity: 'warning' },
  'session/sign-out': { severity: 'warning' },
};
