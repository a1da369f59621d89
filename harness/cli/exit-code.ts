import { CountersignError } from '../model/error.ts';
import type { Report, Verdict } from '../model/report.ts';

/** 0 all passed or waived · 1 something failed · 2 usage or configuration · 3 inconclusive or incomplete. */
export type ExitCode = 0 | 1 | 2 | 3;

const byVerdict: Readonly<Record<Verdict, ExitCode>> = { pass: 0, fail: 1, inconclusive: 3 };

export function exitCodeOf(report: Pick<Report, 'verdict' | 'incomplete'>): ExitCode {
  if (report.verdict === 'fail') return 1;
  return report.incomplete === undefined ? byVerdict[report.verdict] : 3;
}

/** Errors before anything was judged: the user's to mend are 2, the surroundings' are 3. */
export function exitCodeOfError(error: unknown): ExitCode {
  if (!(error instanceof CountersignError)) return 3;
  return error.code === 'usage' ||
    error.code === 'config' ||
    error.code === 'file' ||
    error.code === 'runtime-too-old'
    ? 2
    : 3;
}
