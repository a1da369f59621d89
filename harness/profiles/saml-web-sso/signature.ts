import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on signatures: error for what the standard or product demands, warning for what it advises. */
export const signatureRules: Readonly<Record<string, ProfileRule>> = {
  'signature/coverage': { severity: 'error' },
  'signature/digest': { severity: 'error' },
  'signature/form': { severity: 'error' },
  'signature/key': { severity: 'error' },
  'signature/key-addresses': { severity: 'warning' },
  'signature/key-info': { severity: 'warning' },
  'signature/placement': { severity: 'error' },
  'signature/prefix-list': { severity: 'warning' },
  'signature/presence': { severity: 'error' },
  'signature/reference': { severity: 'error' },
  'signature/stray-messages': { severity: 'error' },
  'signature/transforms': { severity: 'error' },
  'signature/unique-ids': { severity: 'error' },
  'signature/value': { severity: 'error' },
};
