import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on Conditions: error for what the standard or product demands, warning for what it advises. */
export const conditionsRules: Readonly<Record<string, ProfileRule>> = {
  'conditions/audience': { severity: 'error' },
  'conditions/audience-restriction': { severity: 'error' },
  'conditions/early-start': { severity: 'warning' },
  'conditions/instants': { severity: 'error' },
  'conditions/known': { severity: 'error' },
  'conditions/not-before': { severity: 'error' },
  'conditions/not-on-or-after': { severity: 'error' },
  'conditions/one-time-use': { severity: 'error' },
  'conditions/presence': { severity: 'error' },
  'conditions/proxy-restriction': { severity: 'error' },
  'conditions/validity': { severity: 'warning' },
  'conditions/window': { severity: 'error' },
};
