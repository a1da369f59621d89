import type { RefusalResult } from '../../harness/model/refusal.ts';
import type { Pair } from './releases.ts';

/** An exception that the installed release's own code bears out. */
export interface Explanation {
  readonly reason: string;
  /** Where it is seen in the code. */
  readonly seenAt: readonly string[];
}

/** An attack that a fixed release did not hold against, or that told nothing about it. */
export interface Alarm {
  readonly attack: string;
  readonly outcome: 'fell' | 'warned' | 'inconclusive';
  readonly says: string;
  readonly explanation?: Explanation;
}

export interface PairVerdict {
  readonly pair: Pair;
  /** True when an attack about the flaw tells the releases apart and every alarm is explained. */
  readonly proved: boolean;
  /** Attacks about the flaw that fell the flawed release and not the fixed one. */
  readonly caughtBy: readonly string[];
  /** All attacks that fell the flawed release alone. */
  readonly onlyFlawed: readonly string[];
  readonly alarms: readonly Alarm[];
  /** Why a release could not be tried; empty when both were. */
  readonly notTried: readonly string[];
}

export interface Tried {
  readonly results: readonly RefusalResult[];
  /** Explanations by attack id. */
  readonly explained: ReadonlyMap<string, Explanation>;
}

/** What the trials of a pair's releases come to. A string says why a release could not be tried. */
export function judgePair(pair: Pair, flawed: Tried | string, fixed: Tried | string): PairVerdict {
  const notTried = [
    ...(typeof flawed === 'string' ? [`${pair.flawed.version}: ${flawed}`] : []),
    ...(typeof fixed === 'string' ? [`${pair.fixed.version}: ${fixed}`] : []),
  ];
  const alarms = typeof fixed === 'string' ? [] : findAlarms(fixed);
  const heldByFixed = new Set(typeof fixed === 'string' ? [] : idsOf(fixed, 'held'));
  const onlyFlawed =
    typeof flawed === 'string' ? [] : idsOf(flawed, 'fell').filter((id) => heldByFixed.has(id));
  const caughtBy = typeof flawed === 'string' ? [] : onlyFlawed.filter((id) => isAbout(pair, flawed, id));
  const isExplained = alarms.every(({ explanation }) => explanation !== undefined);
  const proved = notTried.length === 0 && caughtBy.length > 0 && isExplained;
  return { pair, proved, caughtBy, onlyFlawed, alarms, notTried };
}

/** What a fixed release did not hold against has to be explained, also where the standard lets it: a proof is strict. */
export function isAlarm(outcome: RefusalResult['outcome']): outcome is Alarm['outcome'] {
  return outcome === 'fell' || outcome === 'warned' || outcome === 'inconclusive';
}

/** Every result of a release that is not to its credit, with what is known about it. */
export function findAlarms({ results, explained }: Tried): readonly Alarm[] {
  return results.flatMap(({ attack, outcome, says }): readonly Alarm[] => {
    if (!isAlarm(outcome)) return [];
    const explanation = explained.get(attack);
    return [{ attack, outcome, says, ...(explanation === undefined ? {} : { explanation }) }];
  });
}

/** Listed for the pair, or citing one of its advisories. */
function isAbout({ about, advisories }: Pair, { results }: Tried, id: string): boolean {
  const cves = results.find(({ attack }) => attack === id)?.cves ?? [];
  return about.includes(id) || cves.some((cve) => advisories.includes(cve));
}

function idsOf({ results }: Tried, outcome: RefusalResult['outcome']): readonly string[] {
  return results.filter((each) => each.outcome === outcome).map(({ attack }) => attack);
}
