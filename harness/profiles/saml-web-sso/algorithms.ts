import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on the algorithms of signatures: error for what the standard or product demands, warning for what it advises. */
export const algorithmsRules: Readonly<Record<string, ProfileRule>> = {
  'algorithms/canonicalization': { severity: 'warning' },
  'algorithms/digest': { severity: 'warning' },
  'algorithms/key-size': { severity: 'warning' },
  'algorithms/public-key': { severity: 'error' },
  'algorithms/signature': { severity: 'warning' },
};
