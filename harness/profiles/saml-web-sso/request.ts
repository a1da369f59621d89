import type { ProfileRule } from '../../model/profile.ts';

/** Severity of the checks on the AuthnRequest: error for what the standard demands, warning for what it advises. */
export const requestRules: Readonly<Record<string, ProfileRule>> = {
  'request/readable': { severity: 'error' },
  'request/encoding': { severity: 'error' },
  'request/schema': { severity: 'error' },
  'request/version': { severity: 'error' },
  'request/id': { severity: 'error' },
  'request/issue-instant': { severity: 'error' },
  'request/issuer': { severity: 'error' },
  'request/destination': { severity: 'error' },
  'request/target': { severity: 'error' },
  'request/acs': { severity: 'error' },
  'request/protocol-binding': { severity: 'error' },
  'request/subject-confirmation': { severity: 'error' },
  'request/name-id-policy': { severity: 'warning' },
  'request/authn-context': { severity: 'warning' },
  'request/passive-and-forced': { severity: 'warning' },
  'request/signed': { severity: 'error' },
  'request/signature': { severity: 'error' },
  'request/signature-order': { severity: 'warning' },
  'request/signature-algorithm': { severity: 'warning' },
  'request/relay-state-length': { severity: 'error' },
  'request/relay-state-opaque': { severity: 'warning' },
  'request/redirect-status': { severity: 'warning' },
  'request/redirect-cache': { severity: 'warning' },
};
