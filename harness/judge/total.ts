import type { FindingOutcome } from '../model/finding.ts';
import type { CaseReport, Report, Verdict } from '../model/report.ts';

export interface TotalInput {
  readonly version: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly cases: readonly CaseReport[];
  /** Order of integrations and cases, as `integration/case`. */
  readonly order: readonly string[];
  readonly notTested: readonly string[];
  readonly incomplete?: string;
}

/** Puts case reports together: sorted by catalogue order, counted, with one verdict. Nothing judged is not green. */
export function totalReport(input: TotalInput): Report {
  const place = new Map(input.order.map((key, index) => [key, index]));
  const rank = (one: CaseReport) => place.get(`${one.integration}/${one.case}`) ?? input.order.length;
  const cases = [...input.cases].sort((a, b) => rank(a) - rank(b) || a.case.localeCompare(b.case, 'en'));
  return {
    schema: 'countersign/report/1',
    tool: { name: 'countersign', version: input.version },
    startedAt: input.startedAt,
    finishedAt: input.finishedAt,
    verdict: totalVerdict(cases),
    ...(input.incomplete === undefined ? {} : { incomplete: input.incomplete }),
    totals: { cases: countCases(cases), findings: countFindings(cases) },
    cases,
    notTested: input.notTested,
  };
}

function totalVerdict(cases: readonly CaseReport[]): Verdict {
  if (cases.some(({ verdict }) => verdict === 'fail')) return 'fail';
  return cases.length > 0 && cases.every(({ verdict }) => verdict === 'pass') ? 'pass' : 'inconclusive';
}

function countCases(cases: readonly CaseReport[]): Record<Verdict, number> {
  const counts = { pass: 0, fail: 0, inconclusive: 0 };
  for (const { verdict } of cases) counts[verdict] += 1;
  return counts;
}

function countFindings(cases: readonly CaseReport[]): Record<FindingOutcome, number> {
  const counts = { pass: 0, fail: 0, 'not-applicable': 0, 'not-seen': 0, manual: 0, error: 0 };
  for (const { findings } of cases) for (const { outcome } of findings) counts[outcome] += 1;
  return counts;
}
