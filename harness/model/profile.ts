import type { Fix } from './check.ts';
import type { Severity } from './finding.ts';

export interface ProfileRule {
  readonly severity: Severity;
  /** Replaces the check's default options by name. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** The field in this rollout's consoles, in place of the check's general remedy. */
  readonly fix?: Fix;
}

/** Which checks count for one kind of relying party, how severely, with which options. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Grows whenever a rule changes, so that a report says what it was judged by. */
  readonly version: number;
  /** Ids of the profiles it starts from; a later one wins, and its own rules win over all. */
  readonly extends: readonly string[];
  /** Allowed clock difference between the parties, in milliseconds. */
  readonly skewMs: number;
  readonly checks: Readonly<Record<string, ProfileRule | 'off'>>;
}

export function defineProfile(profile: Profile): Profile {
  return Object.freeze(profile);
}
