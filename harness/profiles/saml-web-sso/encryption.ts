import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on encryption: error for what the standard or product demands, warning for what it advises. */
export const encryptionRules: Readonly<Record<string, ProfileRule>> = {
  'encryption/content': { severity: 'warning' },
  'encryption/key-transport': { severity: 'warning' },
  'encryption/recipient-key': { severity: 'error' },
};
