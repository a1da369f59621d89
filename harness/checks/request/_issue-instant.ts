import type { Fault, Where } from '../../model/check.ts';
import { parseInstant } from '../../saml/time.ts';
import { duration, instant, quoteOrNothing } from '../metadata/_show.ts';

export type InstantFault = 'not-a-time' | 'not-utc' | 'future' | 'old';

/** Sentences for the faults of an IssueInstant, for the checks' `messages`. */
export const issueInstantMessages: Readonly<Record<InstantFault, string>> = {
  'not-a-time': 'IssueInstant is {value}, which is no xs:dateTime, such as 2030-01-31T12:00:00Z.',
  'not-utc': 'IssueInstant is {value}, which is not in UTC, with a Z at its end.',
  future: 'IssueInstant is {value}, which is {off} after the moment of the login.',
  old: 'IssueInstant is {value}, which is {off} before the moment of the login.',
};

/** Judges a message's IssueInstant: a time in UTC, not in the future, not older than `maxAgeMs`; skew allowed both ways. */
export function issueInstantFaults(
  value: string | undefined,
  { now, skewMs, options: { maxAgeMs } }: { now: number; skewMs: number; options: { maxAgeMs: number } },
  where: Where,
): Fault<InstantFault>[] {
  const read = parseInstant(value);
  const observed = quoteOrNothing(value);
  const fault = (message: InstantFault, expected: string, offMs = 0) => [
    { message, data: { value: observed, off: duration(offMs) }, expected, observed, where },
  ];
  if (read === undefined) return fault('not-a-time', 'an xs:dateTime such as 2030-01-31T12:00:00Z');
  if (!read.utc) return fault('not-utc', 'a time that ends in Z');
  if (read.ms > now + skewMs) return fault('future', `at most ${instant(now + skewMs)}`, read.ms - now);
  const oldest = now - maxAgeMs - skewMs;
  return read.ms < oldest ? fault('old', `at least ${instant(oldest)}`, now - read.ms) : [];
}
