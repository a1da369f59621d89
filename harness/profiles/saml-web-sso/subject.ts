import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on the Subject: error for what the standard or product demands, warning for what it advises. */
export const subjectRules: Readonly<Record<string, ProfileRule>> = {
  'subject/address': { severity: 'warning' },
  'subject/confirmation': { severity: 'error' },
  'subject/confirmation-data': { severity: 'error' },
  'subject/confirmation-expiry': { severity: 'error' },
  'subject/confirmation-lifetime': { severity: 'warning' },
  'subject/confirmation-not-before': { severity: 'error' },
  'subject/in-response-to': { severity: 'error' },
  'subject/instants': { severity: 'error' },
  'subject/name-id': { severity: 'error' },
  'subject/name-id-form': { severity: 'error' },
  'subject/name-id-format': { severity: 'error' },
  'subject/name-id-white-space': { severity: 'warning' },
  'subject/name-qualifiers': { severity: 'error' },
  'subject/recipient': { severity: 'error' },
  'subject/user-name': { severity: 'error' },
};
