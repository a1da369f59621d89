import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on AuthnStatements: error for what the standard or product demands, warning for what it advises. */
export const authnStatementRules: Readonly<Record<string, ProfileRule>> = {
  'authn-statement/authn-instant': { severity: 'warning' },
  'authn-statement/context-class': { severity: 'error' },
  'authn-statement/context-of-factor': { severity: 'warning' },
  'authn-statement/force-authn': { severity: 'error' },
  'authn-statement/instants': { severity: 'error' },
  'authn-statement/presence': { severity: 'error' },
  'authn-statement/requested-context': { severity: 'error' },
  'authn-statement/session-end': { severity: 'warning' },
  'authn-statement/session-index': { severity: 'error' },
  'authn-statement/subject-locality': { severity: 'warning' },
};
