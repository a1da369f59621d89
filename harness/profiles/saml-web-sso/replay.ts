import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on used responses. */
export const replayRules: Readonly<Record<string, ProfileRule>> = {
  'replay/same-browser': { severity: 'error' },
  'replay/other-browser': { severity: 'error' },
  'replay/after-restart': { severity: 'error' },
};
