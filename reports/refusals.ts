import type { AttackOutcome } from '../harness/model/attack.ts';
import type { RefusalResult, RefusalRun } from '../harness/model/refusal.ts';
import type { Report } from '../harness/model/report.ts';
import { count } from './text.ts';

/** What must be looked at first comes first. */
export const outcomeOrder: readonly AttackOutcome[] = [
  'fell',
  'inconclusive',
  'warned',
  'held',
  'not-applicable',
];

export const outcomeWords: Readonly<Record<AttackOutcome, string>> = {
  fell: 'fell',
  warned: 'accepted with a warning',
  inconclusive: 'inconclusive',
  held: 'held',
  'not-applicable': 'not applicable',
};

/** Results by what came of them. */
export function countOutcomes(results: readonly RefusalResult[]): Readonly<Record<AttackOutcome, number>> {
  const counts = { held: 0, fell: 0, warned: 0, inconclusive: 0, 'not-applicable': 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  return counts;
}

/** `1 fell, 120 held`: only what there is. */
export function tellOutcomes(results: readonly RefusalResult[]): string {
  const counts = countOutcomes(results);
  const parts = outcomeOrder
    .filter((one) => counts[one] > 0)
    .map((one) => `${counts[one]} ${outcomeWords[one]}`);
  return parts.length === 0 ? 'none was tried' : parts.join(', ');
}

/** Everything that was tried in a report, whatever the target. */
export function attacksOf({ refusals = [] }: Pick<Report, 'refusals'>): readonly RefusalResult[] {
  return refusals.flatMap(({ results }) => results);
}

/** How the attacks on a target were made, as sentences: controls, who allowed them, what was left out. */
export function describeRun({ mode, controls, allowed, leftOut, driver }: RefusalRun): readonly string[] {
  const genuine = `${count(controls.made, 'genuine login')} before, between and after the attacks`;
  const failed =
    controls.failed === 0 ? 'all of them worked' : `${controls.failed} of them did not end as they must`;
  return [
    `${genuine}; ${failed}.`,
    `The target is ${mode === 'real' ? 'a real system' : 'a double: this proves the harness, not your rollout'}; messages went ${driver === 'browser' ? 'by a browser' : 'over HTTP'}.`,
    ...(allowed === undefined ? [] : [`Hostile tests were allowed by ${allowed.by}, in ${allowed.file}.`]),
    ...leftOut,
  ];
}

/** Sentences for the head of a report. */
export function headlineOfRefusals({ refusals = [] }: Pick<Report, 'refusals'>): readonly string[] {
  return refusals.map(({ target, results }) => {
    const { held, fell, warned } = countOutcomes(results);
    const tried = results.length;
    if (fell > 0) return `${target} fell for ${fell} of ${count(tried, 'attack')}.`;
    if (held + warned === tried && held > 0 && warned > 0)
      return `${target} held against ${held} of ${tried} attacks, and took ${warned} with a warning.`;
    if (held === tried && tried > 0)
      return `${target} held against ${tried === 1 ? 'the one attack' : `all ${tried} attacks`}.`;
    return `Of ${count(tried, 'attack')} on ${target}: ${tellOutcomes(results)}.`;
  });
}
