import { attributeLimits, within } from '../../aws/limits.ts';
import type { ResponseReading } from '../../model/readings.ts';
import { hasOnlyValue, onlyValue } from './_attributes.ts';

interface Given {
  readonly response: ResponseReading;
}

/** Whether SessionDuration is a number; `aws/session-duration` tells of anything else. */
export function hasDuration({ response }: Given): true | string {
  const value = onlyValue(response, 'sessionDuration');
  if (value !== undefined && !/^\d+$/.test(value.text)) return 'It is no number; aws/session-duration tells.';
  return hasOnlyValue(response, 'sessionDuration');
}

/** Seconds; `undefined` when there is none that AWS would take. */
export function durationOf(response: ResponseReading): number | undefined {
  const text = onlyValue(response, 'sessionDuration')?.text ?? '';
  const seconds = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return within(seconds, attributeLimits.sessionDuration) ? seconds : undefined;
}

export function hasValidDuration({ response }: Given): true | string {
  return durationOf(response) !== undefined || 'The response asks for no session length that AWS takes.';
}
