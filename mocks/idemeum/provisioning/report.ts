/** One thing that the service did not take; the push goes on without it. */
export interface PushFailure {
  readonly what: 'user' | 'group' | 'members';
  readonly name: string;
  readonly status: number;
  /** What the service said, and what to look at. */
  readonly message: string;
}

/** What one push has done. */
export interface PushReport {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly users: {
    created: number;
    updated: number;
    deactivated: number;
    removed: number;
    unchanged: number;
  };
  readonly groups: { created: number; updated: number; removed: number; unchanged: number };
  readonly members: { added: number; removed: number };
  readonly failures: readonly PushFailure[];
  readonly requests: number;
  readonly retries: number;
  /** Why it stopped before its end. */
  readonly brokeOff?: string;
}

/** The report while it is being written. */
export type Tally = Pick<PushReport, 'users' | 'groups' | 'members'> & { readonly failures: PushFailure[] };

export function createTally(): Tally {
  return {
    users: { created: 0, updated: 0, deactivated: 0, removed: 0, unchanged: 0 },
    groups: { created: 0, updated: 0, removed: 0, unchanged: 0 },
    members: { added: 0, removed: 0 },
    failures: [],
  };
}
