import type { PartyRole, TargetRecord } from './evidence.ts';
import type { Finding, FindingOutcome } from './finding.ts';
import type { RefusalRun } from './refusal.ts';

/** `inconclusive`: nothing failed, but something that counts was not seen, broke off or is our own error. */
export type Verdict = 'pass' | 'fail' | 'inconclusive';

/** One message or page of the login, for the sequence diagram. */
export interface SequenceMessage {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Status and address, short. */
  readonly detail: string;
  readonly at: string;
}

export interface CaseReport {
  readonly integration: string;
  readonly case: string;
  readonly title: string;
  /** The flow that made the login: `sp-initiated`, `idp-initiated`, `file` … */
  readonly flow: string;
  /** The party put to the test, and whether it is a double (the case proves the harness) or real. */
  readonly tests: PartyRole;
  readonly targets: readonly TargetRecord[];
  readonly profile: { readonly id: string; readonly version: number };
  readonly verdict: Verdict;
  /** One sentence: why the verdict is what it is. */
  readonly summary: string;
  /** Checks that the case wants to fail, with the reason; empty for a login that must be clean. */
  readonly expectedFailures: readonly { readonly check: string; readonly reason: string }[];
  readonly durationMs: number;
  readonly evidence: { readonly folder: string; readonly sha256: string };
  readonly brokeOff?: { readonly step: string; readonly why: string };
  readonly findings: readonly Finding[];
  readonly sequence: readonly SequenceMessage[];
  readonly screenshots: readonly {
    readonly file: string;
    readonly step: string;
    readonly description: string;
  }[];
  /** Decoded XML of the messages, so that a page can show and mark them. */
  readonly messages: readonly { readonly artifact: string; readonly xml: string }[];
}

/** Everything a writer needs; the one document that all of them read. */
export interface Report {
  readonly schema: 'countersign/report/1';
  readonly tool: { readonly name: 'countersign'; readonly version: string };
  /** ISO 8601 UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly verdict: Verdict;
  /** Set when the run was interrupted: what had not been done. */
  readonly incomplete?: string;
  readonly totals: {
    readonly cases: Readonly<Record<Verdict, number>>;
    readonly findings: Readonly<Record<FindingOutcome, number>>;
  };
  /** Sorted by integration, then by the order of the catalogue. */
  readonly cases: readonly CaseReport[];
  /** Attacks on service and identity providers, target by target; absent where none was made. */
  readonly refusals?: readonly RefusalRun[];
  /** What this run cannot speak for, one sentence each: real systems not tested, checks never seen. */
  readonly notTested: readonly string[];
}

/** Writes the report in one form. */
export type ReportWriter = (report: Report) => string;
