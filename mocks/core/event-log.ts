import type { DoubleEvent } from '../../harness/model/double.ts';

/** What a double received and decided, oldest first. */
export interface EventLog {
  readonly record: (type: string, data?: Readonly<Record<string, unknown>>, reason?: string) => void;
  readonly list: () => readonly DoubleEvent[];
  readonly clear: () => void;
}

/** @param keep how many events are kept; the oldest go first */
export function createEventLog(now: () => number, keep = 5000): EventLog {
  const events: DoubleEvent[] = [];
  return {
    record: (type, data, reason) => {
      events.push({
        at: new Date(now()).toISOString(),
        type,
        ...(reason === undefined ? {} : { reason }),
        ...(data === undefined ? {} : { data }),
      });
      if (events.length > keep) events.shift();
    },
    list: () => [...events],
    clear: () => {
      events.length = 0;
    },
  };
}
