import type { OutcomeRecord } from '../../model/records.ts';

/** A correct refusal by the service provider, as IAM Identity Center shows it. */
export function refusedBySp({ who: _who, ...record }: OutcomeRecord): OutcomeRecord {
  return {
    ...record,
    expected: 'refused-by-sp',
    actual: 'refused-by-sp',
    pageText: 'An unexpected error has occurred. Please try again, or contact your administrator.',
    auditReason: 'Response contains invalid name id policy format',
    sessionLeft: { idp: true, sp: false },
  };
}

/** A correct refusal by the identity provider. */
export function refusedByIdp({ who: _who, auditReason: _reason, ...record }: OutcomeRecord): OutcomeRecord {
  return {
    ...record,
    expected: 'refused-by-idp',
    actual: 'refused-by-idp',
    pageText: 'You have no access to this application. Please ask your administrator.',
    sessionLeft: { idp: false, sp: false },
  };
}
