import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseReport } from '../../harness/model/report.ts';

/** What came of one mutation in a running stack. */
export interface LiveResult {
  /** Checks that the mutation names and that did not fail. */
  readonly missed: readonly string[];
  /** Checks that failed though the mutation does not name them, and that do not merely follow from a refused login. */
  readonly extra: readonly string[];
}

/**
 * Compares what failed with what had to, and makes that the case's verdict: a login that was refused for the mutation's
 * sake, and so was not seen to its end, is proof enough.
 * @param consequences checks that may fail because the login is refused
 */
export async function settle(
  report: CaseReport,
  consequences: readonly string[],
  runFolder: string,
): Promise<LiveResult> {
  const wanted = report.expectedFailures.map(({ check }) => check);
  const failed = new Set(
    report.findings.flatMap(({ check, outcome }) => (outcome === 'fail' ? [check] : [])),
  );
  const missed = wanted.filter((check) => !failed.has(check));
  const extra = [...failed].filter((check) => !wanted.includes(check) && !consequences.includes(check));
  const exact = missed.length === 0 && extra.length === 0;
  const faults = [
    ...(missed.length === 0 ? [] : [`did not fail: ${missed.join(', ')}`]),
    ...(extra.length === 0 ? [] : [`failed too: ${extra.join(', ')}`]),
  ];
  const settled: CaseReport = {
    ...report,
    verdict: exact ? 'pass' : 'fail',
    summary: exact
      ? `Exactly ${wanted.join(', ')} failed.`
      : `The mutation is not exact; ${faults.join('; ')}.`,
  };
  await writeFile(join(runFolder, report.evidence.folder, 'case.json'), JSON.stringify(settled));
  return { missed, extra };
}
