import type { Evidence } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Case } from '../model/integration.ts';
import type { Verdict } from '../model/report.ts';

export interface CaseVerdict {
  readonly verdict: Verdict;
  /** One sentence: why it is so. */
  readonly summary: string;
}

/**
 * Sums a case up. Only findings of severity `error` turn it red; waived ones and the failures that the case arranged
 * do not, and an arranged failure that did not come does. What could not be seen or judged is never green.
 */
export function verdictOf(
  evidence: Evidence,
  findings: readonly Finding[],
  expectedFailures: Case['expectedFailures'],
): CaseVerdict {
  const expected = expectedFailures.map(({ check }) => check);
  const failed = idsOf(findings, ({ outcome }) => outcome === 'fail');
  const counting = idsOf(
    findings,
    ({ outcome, severity, waiver }) => outcome === 'fail' && severity === 'error' && waiver === undefined,
  ).filter((id) => !expected.includes(id));
  if (counting.length > 0) {
    const count = counting.length === 1 ? '1 check does' : `${counting.length} checks do`;
    return { verdict: 'fail', summary: `${count} not hold: ${list(counting)}.` };
  }
  const unheard = findUnheard(evidence, findings);
  const absent = expected.filter((id) => !failed.includes(id));
  const denied = absent.filter((id) => !isUnseen(findings, id));
  if (denied.length > 0 && evidence.brokeOff === undefined)
    return { verdict: 'fail', summary: `${list(denied)} had to fail, and did not.` };
  if (unheard !== undefined) return { verdict: 'inconclusive', summary: unheard };
  if (absent.length > 0)
    return { verdict: 'inconclusive', summary: `${list(absent)} had to fail, and could not be judged.` };
  return { verdict: 'pass', summary: describePass(findings, expected, failed) };
}

/** Why the case says nothing, if it does. */
function findUnheard(evidence: Evidence, findings: readonly Finding[]): string | undefined {
  if (evidence.brokeOff !== undefined)
    return `The journey broke off at "${evidence.brokeOff.step}": ${evidence.brokeOff.why}`;
  const errors = idsOf(findings, ({ outcome }) => outcome === 'error');
  if (errors.length > 0) return `A defect of the harness stopped ${list(errors)}.`;
  if (!findings.some(({ outcome }) => outcome === 'pass' || outcome === 'fail'))
    return 'Nothing could be judged.';
  const looked = (finding: Finding) =>
    finding.where !== undefined && evidence.artifacts[finding.where.artifact] !== undefined;
  const unseen = findings.filter(
    (finding) => finding.outcome === 'not-seen' && finding.severity === 'error' && looked(finding),
  );
  if (unseen.length === 0) return undefined;
  const artifacts = [...new Set(unseen.map(({ where }) => where?.artifact ?? ''))];
  const count = unseen.length === 1 ? '1 check' : `${unseen.length} checks`;
  return `${count} could not be judged for want of ${list(artifacts)}.`;
}

function describePass(
  findings: readonly Finding[],
  expected: readonly string[],
  failed: readonly string[],
): string {
  const passed = idsOf(findings, ({ outcome }) => outcome === 'pass').length;
  const waived = idsOf(findings, ({ outcome, waiver }) => outcome === 'fail' && waiver !== undefined);
  const minor = failed.filter((id) => !expected.includes(id) && !waived.includes(id));
  const parts = [
    passed === 1 ? '1 check holds' : `${passed} checks hold`,
    ...(expected.length > 0 ? [`as arranged, ${list(expected)} failed`] : []),
    ...(waived.length > 0 ? [`waived: ${list(waived)}`] : []),
    ...(minor.length > 0 ? [`to look at: ${list(minor)}`] : []),
  ];
  return `${parts.join('; ')}.`;
}

function isUnseen(findings: readonly Finding[], id: string): boolean {
  return findings.some(
    ({ check, outcome }) => check === id && (outcome === 'not-seen' || outcome === 'error'),
  );
}

function idsOf(findings: readonly Finding[], wanted: (finding: Finding) => boolean): readonly string[] {
  return [...new Set(findings.filter(wanted).map(({ check }) => check))];
}

/** The first five, and how many more there are. */
function list(ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(', ');
  return ids.length > 5 ? `${shown} and ${ids.length - 5} more` : shown;
}
