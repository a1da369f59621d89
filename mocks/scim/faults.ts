import { z } from 'zod';
import { type ScimOperation, scimOperations } from '../../harness/model/scim-records.ts';

/** Something that goes wrong at the service, switched on by a test. */
export const scimFault = z.strictObject({
  /** Operations that it hits; every one when not given. */
  operations: z.array(z.enum(scimOperations)).optional(),
  /** How many of these pass before it begins. */
  skip: z.number().int().nonnegative().default(0),
  /** How many it hits. */
  times: z.number().int().positive().default(1),
  /**
   * `throttle`: 429. `fail`: a status of 5xx. `cut`: the connection ends before anything is done. `lose-answer`: what was
   * asked is done, then the connection ends. `delay`: the answer is late.
   */
  kind: z.enum(['throttle', 'fail', 'cut', 'lose-answer', 'delay']),
  /** With `fail`. */
  status: z.number().int().min(500).max(599).default(500),
  /** For a Retry-After header, with `throttle` and `fail`. Whether AWS sends one is not known. */
  retryAfterSeconds: z.number().int().nonnegative().optional(),
  /** With `delay`. */
  delayMs: z.number().int().nonnegative().default(0),
});
export type ScimFault = z.output<typeof scimFault>;

/** So many requests a second, with so many at once; above that 429. AWS's figures are not public. */
export const scimRate = z.strictObject({
  perSecond: z.number().positive(),
  burst: z.number().int().positive(),
  retryAfterSeconds: z.number().int().nonnegative().optional(),
});
export type ScimRate = z.output<typeof scimRate>;

export interface FaultScript {
  readonly set: (faults: readonly ScimFault[]) => void;
  readonly list: () => readonly ScimFault[];
  /** The fault that hits this request; each request is counted once. */
  readonly next: (operation: ScimOperation) => ScimFault | undefined;
}

export function createFaultScript(): FaultScript {
  let script: { readonly fault: ScimFault; seen: number }[] = [];
  return {
    set: (faults) => {
      script = faults.map((fault) => ({ fault, seen: 0 }));
    },
    list: () => script.map(({ fault }) => fault),
    next: (operation) => {
      let hit: ScimFault | undefined;
      for (const entry of script) {
        const { fault } = entry;
        if (fault.operations !== undefined && !fault.operations.includes(operation)) continue;
        entry.seen += 1;
        const isHit = entry.seen > fault.skip && entry.seen <= fault.skip + fault.times;
        if (isHit) hit ??= fault;
      }
      return hit;
    },
  };
}

/** Counts requests against a rate, as a bucket that fills by the double's own clock. */
export interface RateLimit {
  readonly set: (rate: ScimRate | undefined) => void;
  readonly get: () => ScimRate | undefined;
  /** Takes one request in, or says that there were too many. */
  readonly admit: () => boolean;
}

export function createRateLimit(now: () => number): RateLimit {
  let rate: ScimRate | undefined;
  let left = 0;
  let at = 0;
  return {
    set: (next) => {
      rate = next;
      left = next?.burst ?? 0;
      at = now();
    },
    get: () => rate,
    admit: () => {
      if (rate === undefined) return true;
      left = Math.min(rate.burst, left + ((now() - at) / 1000) * rate.perSecond);
      at = now();
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
