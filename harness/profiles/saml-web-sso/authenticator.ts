import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on code and phone: error where somebody else could log in, warning where people are misled. */
export const authenticatorRules: Readonly<Record<string, ProfileRule>> = {
  'authenticator/qr-entropy': { severity: 'error' },
  'authenticator/qr-secret': { severity: 'error' },
  'authenticator/qr-origin': { severity: 'error' },
  'authenticator/approval-signed': { severity: 'error' },
  'authenticator/approval-covers': { severity: 'error' },
  'authenticator/approval-in-time': { severity: 'error' },
  'authenticator/approval-once': { severity: 'error' },
  'authenticator/denial-final': { severity: 'error' },
  'authenticator/liveness': { severity: 'error' },
  // NIST takes the scanned secret for enough; whether a relayed code is taken has cases, and outcomes, of its own.
  'authenticator/number-match': { severity: 'warning' },
  'authenticator/origin-shown': { severity: 'warning' },
  'authenticator/qr-lifetime': { severity: 'warning' },
  'authenticator/qr-renewed': { severity: 'warning' },
  'authenticator/request-shown': { severity: 'warning' },
  'authenticator/factor': { severity: 'warning' },
  'authenticator/refusal-told': { severity: 'warning' },
};
