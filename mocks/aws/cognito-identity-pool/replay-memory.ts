import type { PoolOperation } from '../../../harness/model/identity-pool-records.ts';

/** One use of an assertion. */
export interface AssertionUse {
  readonly poolId: string;
  readonly operation: PoolOperation;
  readonly provider: string;
  readonly assertionId: string;
  /** Milliseconds since 1970: NotOnOrAfter, after which it is refused for its age. */
  readonly until: number;
}

/**
 * Remembers which assertion came to which operation: each may come once to each (developer guide, "SAML identity
 * providers"). AWS keeps it where a restart does not reach; so does this. That it is kept for each pool, and until five
 * minutes after NotOnOrAfter, is assumed.
 */
export interface ReplayMemory {
  /** Remembers the use. @returns false when the operation has seen this assertion before */
  readonly take: (use: AssertionUse, now: number) => boolean;
  readonly clear: () => void;
}

const keptMs = 5 * 60_000;

export function createReplayMemory(): ReplayMemory {
  const until = new Map<string, number>();
  return {
    // In one go, nothing awaited in between: of two at the same instant only one is first.
    take: ({ poolId, operation, provider, assertionId, until: end }, now) => {
      for (const [key, kept] of until) if (kept + keptMs <= now) until.delete(key);
      const key = JSON.stringify([poolId, operation, provider, assertionId]);
      if (until.has(key)) return false;
      until.set(key, end);
      return true;
    },
    clear: () => until.clear(),
  };
}
