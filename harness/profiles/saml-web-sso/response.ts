import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on the Response: error for what the standard demands, warning for what it advises. */
export const responseRules: Readonly<Record<string, ProfileRule>> = {
  'response/readable': { severity: 'error' },
  'response/root': { severity: 'error' },
  'response/schema': { severity: 'error' },
  'response/version': { severity: 'error' },
  'response/id': { severity: 'error' },
  'response/issue-instant': { severity: 'error' },
  'response/status': { severity: 'error' },
  'response/status-codes': { severity: 'error' },
  'response/issuer': { severity: 'error' },
  'response/destination': { severity: 'error' },
  'response/in-response-to': { severity: 'error' },
  'response/one-assertion': { severity: 'warning' },
  'response/extensions': { severity: 'warning' },
  'response/plain-values': { severity: 'warning' },
  'response/size': { severity: 'error' },
};
