import { instant } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export { instant, minute } from '../assertion/_times.ts';

/**
 * What lies just beyond the five minutes by which clocks may differ, in milliseconds. A start in the future has some
 * seconds more, since the message takes time to arrive.
 */
export const justTooLate = 301_000;
export const justTooEarly = 310_000;

/** Conditions that hold from and until these moments; `until` as a number, or as it is to be written. */
export function holdFor(xml: string, from: number, until: number | string): string {
  return setAttribute(
    setAttribute(xml, 'Conditions', 'NotBefore', instant(from)),
    'Conditions',
    'NotOnOrAfter',
    typeof until === 'number' ? instant(until) : until,
  );
}

/** The end of the bearer confirmation. */
export function confirmUntil(xml: string, until: number | string): string {
  const written = typeof until === 'number' ? instant(until) : until;
  return setAttribute(xml, 'SubjectConfirmationData', 'NotOnOrAfter', written);
}
