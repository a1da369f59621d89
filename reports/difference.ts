import type { Report } from '../harness/model/report.ts';
import { type TriagedCase, triage } from './triage.ts';

/** One thing that fails a run: a check in a case, a journey that broke off, or an attack on a target. */
export interface Failure {
  /** The same in both reports: where it fails, and what. */
  readonly key: string;
  /** `integration/case`, or the target of an attack. */
  readonly where: string;
  /** Id of the check or attack; `journey` when it broke off. */
  readonly what: string;
  readonly message: string;
}

/** What is different in the second of two reports. */
export interface Difference {
  /** Fails now, and did not before; also in cases that are new. */
  readonly fresh: readonly Failure[];
  /** Failed before; was judged again, and does not fail now. */
  readonly fixed: readonly Failure[];
  /** Fails in both, for another reason. */
  readonly changed: readonly { readonly before: Failure; readonly after: Failure }[];
  /** Fails in both, for the same reason. */
  readonly remaining: readonly Failure[];
  /** Failed before, and nobody knows now: its case did not run, or could not be judged to its end. */
  readonly unknown: readonly Failure[];
  /** Cases of the first report that the second does not have, and the other way round. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

/** Compares two reports by what fails in them: warnings, waived and expected failures do not count. */
export function compareReports(before: Report, after: Report): Difference {
  const [old, now] = [failuresOf(before), failuresOf(after)];
  const [ranBefore, ranNow] = [placesOf(before), placesOf(after)];
  const isJudged = judgedIn(after);
  const both = [...old.values()].flatMap((one) => {
    const again = now.get(one.key);
    return again === undefined ? [] : [{ before: one, after: again }];
  });
  const past = [...old.values()].filter(({ key }) => !now.has(key));
  return {
    fresh: [...now.values()].filter(({ key }) => !old.has(key)),
    fixed: past.filter(isJudged),
    changed: both.filter((one) => one.before.message !== one.after.message),
    remaining: both.filter((one) => one.before.message === one.after.message).map((one) => one.after),
    unknown: past.filter((one) => !isJudged(one)),
    gone: [...ranBefore].filter((place) => !ranNow.has(place)),
    added: [...ranNow].filter((place) => !ranBefore.has(place)),
  };
}

/** A check that fails twice in a case is one failure with two sentences. */
function failuresOf(report: Report): ReadonlyMap<string, Failure> {
  const found = new Map<string, Failure>();
  const add = (where: string, what: string, message: string) => {
    const key = `${where} ${what}`;
    const known = found.get(key);
    found.set(key, { key, where, what, message: known ? `${known.message} ${message}` : message });
  };
  for (const one of triage(report).cases) {
    const where = placeOf(one);
    if (one.report.brokeOff !== undefined) add(where, 'journey', describeBreak(one.report.brokeOff));
    for (const { finding, kind } of one.findings)
      if (kind === 'failure' || kind === 'error') add(where, finding.check, finding.message);
    for (const { check, reason } of one.absent) add(where, check, `It had to fail, and did not: ${reason}`);
  }
  for (const { target, results } of report.refusals ?? [])
    for (const { attack, outcome, says } of results) if (outcome === 'fell') add(target, attack, says);
  return found;
}

function describeBreak({ step, why }: { readonly step: string; readonly why: string }): string {
  return `The journey broke off at "${step}": ${why}`;
}

function placesOf(report: Report): ReadonlySet<string> {
  return new Set([
    ...report.cases.map((one) => `${one.integration}/${one.case}`),
    ...(report.refusals ?? []).map(({ target }) => target),
  ]);
}

/** Whether the absence of a failure means that it is mended: its case was judged to the end, its attack decided. */
function judgedIn(report: Report): (failure: Failure) => boolean {
  const cases = new Set(
    report.cases
      .filter(({ verdict }) => verdict !== 'inconclusive')
      .map((one) => `${one.integration}/${one.case}`),
  );
  const attacks = new Set(
    (report.refusals ?? []).flatMap(({ target, results }) =>
      results.filter(({ outcome }) => outcome !== 'inconclusive').map(({ attack }) => `${target} ${attack}`),
    ),
  );
  return ({ key, where }) => cases.has(where) || attacks.has(key);
}

function placeOf({ report }: TriagedCase): string {
  return `${report.integration}/${report.case}`;
}
