import type { Fix, Judged, Where } from './check.ts';
import type { SpecRef } from './spec.ts';

export type Severity = 'error' | 'warning' | 'info';

/** `not-seen`: an artifact that the check needs was not there. `error`: a bug of ours, never the target's fault. */
export type FindingOutcome = 'pass' | 'fail' | 'not-applicable' | 'not-seen' | 'manual' | 'error';

export interface Waiver {
  readonly reason: string;
  readonly owner: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
}

/** What one check says about one piece of evidence. A check with several faults gives several findings. */
export interface Finding {
  readonly check: string;
  readonly outcome: FindingOutcome;
  readonly severity: Severity;
  readonly judges: Judged;
  /** The title that fits the outcome. */
  readonly title: string;
  /** The full sentence for this very fault, or the reason of any other outcome. */
  readonly message: string;
  readonly expected?: string;
  readonly observed?: string;
  readonly where?: Where;
  readonly fix?: Fix;
  /** Sources, where somebody has to act on the finding; else empty. */
  readonly refs: readonly SpecRef[];
  readonly waiver?: Waiver;
}
