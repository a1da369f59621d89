import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on how a login ends. */
export const outcomeRules: Readonly<Record<string, ProfileRule>> = {
  'outcome/as-expected': { severity: 'error' },
  'outcome/session-after-refusal': { severity: 'error' },
  'outcome/assertion-after-refusal': { severity: 'error' },
  'outcome/refusal-helps': { severity: 'warning' },
  'outcome/refusal-discloses': { severity: 'warning' },
  'outcome/refusal-recorded': { severity: 'warning' },
};
