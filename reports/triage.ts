import type { Finding, Severity } from '../harness/model/finding.ts';
import type { CaseReport, Report, Verdict } from '../harness/model/report.ts';
import { groupProblems, type Problem } from './problems.ts';

/** What a case can prove: the rollout when the party under test is real, the harness when it is a double. */
export type Scope = 'rollout' | 'harness' | 'unstated';

export const scopes: readonly Scope[] = ['rollout', 'harness', 'unstated'];

export const scopeTitles: Readonly<Record<Scope, { readonly title: string; readonly about: string }>> = {
  rollout: {
    title: 'Proves the rollout',
    about: 'The party under test is a real system.',
  },
  harness: {
    title: 'Proves the harness',
    about: 'The party under test is a double: a stand-in that the harness brings along.',
  },
  unstated: {
    title: 'Proves neither by itself',
    about: 'The evidence does not say whether the party under test is real.',
  },
};

/** What a finding means to a reader, once the case's expectations and waivers are taken into account. */
export type Kind =
  | 'failure'
  | 'warning'
  | 'note'
  | 'error'
  | 'not-seen'
  | 'manual'
  | 'expected'
  | 'waived'
  | 'pass'
  | 'not-applicable';

export interface TriagedFinding {
  readonly finding: Finding;
  readonly kind: Kind;
  /** Stable fragment within the page, made from integration, case and check. */
  readonly anchor: string;
  /** Why the failure was expected. */
  readonly reason?: string;
}

/** A check that had to fail in a case, and did not. */
export interface AbsentFailure {
  readonly check: string;
  readonly reason: string;
  /** What it said instead. */
  readonly observed: string;
  readonly anchor: string;
}

export interface TriagedCase {
  readonly report: CaseReport;
  readonly scope: Scope;
  readonly anchor: string;
  readonly findings: readonly TriagedFinding[];
  readonly absent: readonly AbsentFailure[];
}

/** The report, sorted for reading. */
export interface Triage {
  readonly report: Report;
  readonly cases: readonly TriagedCase[];
  /** What has to be mended, each once, however many cases show it. */
  readonly problems: readonly Problem[];
}

const unexpected: Readonly<Record<Severity, Kind>> = { error: 'failure', warning: 'warning', info: 'note' };

/** Takes apart what failed, what was meant to fail, what is waived, and what nobody could judge. */
export function triage(report: Report): Triage {
  const taken = new Set<string>();
  const cases = report.cases.map((one) => triageCase(one, taken));
  return { report, cases, problems: groupProblems(cases) };
}

function triageCase(report: CaseReport, taken: Set<string>): TriagedCase {
  const anchor = claim(`case-${slug(report.integration)}-${slug(report.case)}`, taken);
  const expected = new Map(report.expectedFailures.map(({ check, reason }) => [check, reason]));
  const findings = report.findings.map((finding) => {
    const reason = finding.outcome === 'fail' ? expected.get(finding.check) : undefined;
    return {
      finding,
      kind: reason === undefined ? kindOf(finding) : ('expected' as const),
      anchor: claim(`${anchor}--${slug(finding.check)}`, taken),
      ...(reason === undefined ? {} : { reason }),
    };
  });
  const failed = new Set(
    findings.filter(({ kind }) => kind === 'expected').map(({ finding }) => finding.check),
  );
  const absent = report.expectedFailures
    .filter(({ check }) => !failed.has(check))
    .map(({ check, reason }) => ({
      check,
      reason,
      observed: report.findings.find((finding) => finding.check === check)?.outcome ?? 'not run',
      anchor: claim(`${anchor}--${slug(check)}--absent`, taken),
    }));
  return { report, scope: scopeOf(report), anchor, findings, absent };
}

function kindOf({ outcome, severity, waiver }: Finding): Kind {
  if (outcome !== 'fail') return outcome;
  return waiver === undefined ? unexpected[severity] : 'waived';
}

/** Never takes a double for a real system: only a party that is on record as real proves the rollout. */
export function scopeOf({ targets, tests }: Pick<CaseReport, 'targets' | 'tests'>): Scope {
  const tested = targets.find(({ role }) => role === tests);
  if (tested === undefined) return 'unstated';
  return tested.mode === 'real' ? 'rollout' : 'harness';
}

/** Text as part of a fragment: what is no letter, digit or hyphen becomes a hyphen. */
function slug(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'unnamed';
}

function claim(wanted: string, taken: Set<string>): string {
  let anchor = wanted;
  for (let next = 2; taken.has(anchor); next += 1) anchor = `${wanted}--${next}`;
  taken.add(anchor);
  return anchor;
}

/** Cases by verdict. */
export function countVerdicts(cases: readonly TriagedCase[]): Readonly<Record<Verdict, number>> {
  const counts = { pass: 0, fail: 0, inconclusive: 0 };
  for (const { report } of cases) counts[report.verdict] += 1;
  return counts;
}

/** The findings of the given kinds, in catalogue order. */
export function ofKind(one: TriagedCase, ...kinds: readonly Kind[]): readonly TriagedFinding[] {
  return one.findings.filter(({ kind }) => kinds.includes(kind));
}
