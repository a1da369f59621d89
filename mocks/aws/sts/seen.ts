/**
 * Counts how often an assertion came. AWS does not refuse one that comes again: STS is seen to redeem one assertion for
 * many roles inside its five minutes, and the role picker itself posts it a second time (aws.md A.10). So nothing is
 * refused here either; the count is for the event log, where a test or a person can see the reuse.
 */
export interface SeenAssertions {
  /** How often it came before. */
  readonly count: (issuer: string | undefined, assertionId: string | undefined) => number;
  readonly clear: () => void;
}

export function createSeenAssertions(keep = 10_000): SeenAssertions {
  const seen = new Map<string, number>();
  return {
    count: (issuer, assertionId) => {
      if (assertionId === undefined) return 0;
      const key = JSON.stringify([issuer, assertionId]);
      const before = seen.get(key) ?? 0;
      seen.delete(key);
      seen.set(key, before + 1);
      const [oldest] = seen.keys();
      if (seen.size > keep && oldest !== undefined) seen.delete(oldest);
      return before;
    },
    clear: () => seen.clear(),
  };
}
