import type { Fix, Where } from '../harness/model/check.ts';
import type { Severity } from '../harness/model/finding.ts';
import type { SpecRef } from '../harness/model/spec.ts';
import type { Scope, TriagedCase, TriagedFinding } from './triage.ts';

/** One thing to mend: a check that fails, wherever it fails in the same way. */
export interface Problem {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly scope: Scope;
  readonly fix?: Fix;
  readonly refs: readonly SpecRef[];
  readonly occurrences: readonly { readonly in: TriagedCase; readonly finding: TriagedFinding }[];
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];
const order: readonly Scope[] = ['rollout', 'unstated', 'harness'];

/** Gathers failing findings by check, remedy and scope; the gravest and most frequent in real systems come first. */
export function groupProblems(cases: readonly TriagedCase[]): readonly Problem[] {
  const groups = new Map<string, Problem>();
  for (const one of cases)
    for (const triaged of one.findings) {
      if (!['failure', 'warning', 'note'].includes(triaged.kind)) continue;
      const { check, title, severity, fix, refs } = triaged.finding;
      const key = JSON.stringify([one.scope, check, severity, fix]);
      const occurrence = { in: one, finding: triaged };
      const known = groups.get(key);
      groups.set(key, {
        check,
        title,
        severity,
        scope: one.scope,
        ...(fix === undefined ? {} : { fix }),
        refs,
        occurrences: [...(known?.occurrences ?? []), occurrence],
      });
    }
  return [...groups.values()].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      order.indexOf(a.scope) - order.indexOf(b.scope) ||
      b.occurrences.length - a.occurrences.length,
  );
}

/** A case in which a check fails, with the first of its findings there. */
export interface ProblemCase {
  readonly in: TriagedCase;
  readonly first: TriagedFinding;
  /** Findings of the check in this case. */
  readonly times: number;
}

/** The cases that show a problem, each once, in the report's order. */
export function casesOf({ occurrences }: Problem): readonly ProblemCase[] {
  return [...Map.groupBy(occurrences, (one) => one.in)].flatMap(([one, own]) =>
    own[0] === undefined ? [] : [{ in: one, first: own[0].finding, times: own.length }],
  );
}

/** A place as one line: `response, line 1: /samlp:Response/…`. */
export function whereLine({ artifact, path, line, column }: Where): string {
  const position =
    line === undefined ? '' : `, line ${line}${column === undefined ? '' : `, column ${column}`}`;
  return `${artifact}${position}: ${path}`;
}
