/** Durable memory of assertions that were used (Profiles 4.1.4.5): survives a restart. */
export interface SeenAssertions {
  readonly has: (issuer: string, id: string) => boolean;
  /** @param until when the assertion can no longer be used anyway, in milliseconds */
  readonly remember: (issuer: string, id: string, until: number) => void;
}

export function createSeenAssertions(now: () => number): SeenAssertions {
  const seen = new Map<string, number>();
  const keyOf = (issuer: string, id: string) => JSON.stringify([issuer, id]);
  return {
    has: (issuer, id) => (seen.get(keyOf(issuer, id)) ?? 0) > now(),
    remember: (issuer, id, until) => {
      for (const [key, end] of seen) if (end <= now()) seen.delete(key);
      seen.set(keyOf(issuer, id), until);
    },
  };
}
