import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on attributes: error for what the standard or product demands, warning for what it advises. */
export const attributesRules: Readonly<Record<string, ProfileRule>> = {
  'attributes/encoding': { severity: 'warning' },
  'attributes/name-form': { severity: 'error' },
  'attributes/nested-xml': { severity: 'error' },
  'attributes/released': { severity: 'warning' },
  'attributes/repeated': { severity: 'warning' },
  'attributes/required': { severity: 'error' },
  'attributes/single-valued': { severity: 'error' },
  'attributes/value': { severity: 'error' },
  'attributes/value-absent': { severity: 'warning' },
  'attributes/value-placeholder': { severity: 'warning' },
  'attributes/value-type': { severity: 'error' },
};
