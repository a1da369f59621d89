import type { Report, Verdict } from '../harness/model/report.ts';
import { headlineOfRefusals } from './refusals.ts';
import { count } from './text.ts';
import { countVerdicts, type Scope, type Triage, type TriagedCase } from './triage.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Passed',
  fail: 'Failed',
  inconclusive: 'Inconclusive',
};

/** The verdict as the exit code has it: a run that did not finish is never green. */
export function verdictOfRun({ verdict, incomplete }: Pick<Report, 'verdict' | 'incomplete'>): Verdict {
  return verdict === 'pass' && incomplete !== undefined ? 'inconclusive' : verdict;
}

/** The verdict in a word, and sentences that say how far it reaches. */
export interface Headline {
  readonly verdict: Verdict;
  readonly word: string;
  readonly sentences: readonly string[];
}

/** What a reader has to know first. Every writer says the same. */
export function writeHeadline({ report, cases }: Triage): Headline {
  const verdict = verdictOfRun(report);
  const sentences = [
    ...(cases.length === 0 && report.refusals !== undefined ? [] : [describeVerdict(cases)]),
    ...describeReach(cases),
    ...headlineOfRefusals(report),
    ...(report.incomplete === undefined ? [] : [`The run is incomplete. ${report.incomplete}`]),
  ];
  return { verdict, word: verdictWords[verdict], sentences };
}

/** Of the cases alone: attacks on targets have sentences of their own. */
function describeVerdict(cases: readonly TriagedCase[]): string {
  if (cases.length === 0) return 'No case was judged.';
  const { fail, inconclusive } = countVerdicts(cases);
  if (fail > 0) {
    const doubtful = inconclusive === 0 ? '' : `, and ${count(inconclusive, 'is', 'are')} inconclusive`;
    return `${fail} of ${count(cases.length, 'case')} failed${doubtful}.`;
  }
  if (inconclusive > 0)
    return `Nothing failed, but ${inconclusive} of ${count(cases.length, 'case')} could not be judged to the end.`;
  return cases.length === 1 ? 'The one case that ran passed.' : `All ${cases.length} cases that ran passed.`;
}

function describeReach(cases: readonly TriagedCase[]): readonly string[] {
  const inScope = (scope: Scope) => cases.filter((one) => one.scope === scope);
  const real = inScope('rollout');
  if (cases.length === 0) return [];
  if (real.length === 0)
    return [
      inScope('unstated').length === cases.length
        ? 'The evidence does not say whether it came from real systems.'
        : 'No real system was put to the test, so this says nothing about your rollout yet.',
    ];
  const { pass } = countVerdicts(real);
  return [`Against real systems ${pass} of ${count(real.length, 'case')} passed.`];
}
