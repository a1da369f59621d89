import type { Biometric, PhoneRecord } from './records.ts';

/** What happens on a person's phone during one login. */
export interface PhonePlan {
  /** User name of the device's owner; not always the person at the browser. */
  readonly owner: string;
  readonly outcome: 'approve' | 'deny' | 'no-match' | 'liveness-failed' | 'none';
  readonly biometric: Biometric;
  /** Which number the person taps: the one on their own login page, or another of the three. */
  readonly number: 'as-on-page' | 'other';
  /** Whose screen the phone looks at: the person's own, or an attacker's who relays a QR of their own login. */
  readonly screen: 'own' | 'relayed';
  /** What is changed in the signed answer before it is sent. */
  readonly tamper?: 'signature' | 'challenge' | 'user' | 'origin';
  /** Let this much time pass at the provider before the phone scans, before it answers, or after all that it did. */
  readonly wait?: { readonly before: 'scan' | 'answer' | 'end'; readonly ms: number };
  /** Sends the approval, or scans the code, a second time after the first was taken. */
  readonly again?: 'scan' | 'answer';
}

export interface PhoneScan {
  readonly qr: string;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Absent when the provider refused the scan. */
  readonly shown?: PhoneRecord['shown'];
  readonly numbers: readonly string[];
  readonly expiresAt?: string;
}

/** The phone, as far as a flow handles it. */
export interface PhonePort {
  readonly scan: (owner: string, screenshot: Uint8Array) => Promise<PhoneScan>;
  readonly answer: (
    owner: string,
    plan: PhonePlan,
    number: string | undefined,
  ) => Promise<Pick<PhoneRecord, 'answer' | 'verdict'>>;
  readonly repeat: (owner: string) => Promise<{ status: number; code: string }>;
}
