import type { Mutation } from '../../model/mutation.ts';
import type { RefusalResult } from '../../model/refusal.ts';
import type { Attempt } from './attempt.ts';
import { describeResult } from './result.ts';

/** A genuine login, or why there was none. */
export interface Control {
  readonly failure?: string;
  /** What the genuine party sent; empty after a failure. */
  readonly response: string;
}

/** Makes genuine logins, one after the other. */
export interface ControlMaker {
  /** The first one: also proves that the oracle tells people apart. */
  readonly first: () => Promise<Control>;
  readonly make: () => Promise<Control>;
  /** After a failed one: restarts the target if it can, and tries again. */
  readonly recover: () => Promise<Control>;
  readonly failedInARow: () => number;
  readonly counts: () => { readonly made: number; readonly failed: number };
}

export interface BatchOptions {
  readonly attacks: readonly Mutation[];
  /**
   * How many attacks share two controls. Default 25, and twice as many after each batch whose control works, up to 100:
   * a target that stands is not asked as often whether it does.
   */
  readonly batchSize?: number;
  /**
   * How many attacks are under way at a time; default 1. The target's own reason for a refusal can only be told when
   * it is 1.
   */
  readonly concurrency?: number;
  readonly onResult?: (result: RefusalResult) => void;
  /** Ends the run before the next attack; those that were tried still get the control after them. */
  readonly signal?: AbortSignal;
}

export interface AttemptFacts {
  /** What the genuine party sent in an earlier login. */
  readonly lastGenuine: string;
  /** True when nothing else talks to the target, so that its last refusal is this attack's. */
  readonly tellsReasons: boolean;
}

export interface RefusalOutcome {
  /** In the order of `attacks`; shorter only when the run was aborted. */
  readonly results: readonly RefusalResult[];
  readonly controls: { readonly made: number; readonly failed: number };
}

const smallBatch = 25;
const largeBatch = 100;

/** After so many failed controls in a row nothing more is tried. */
const givesUpAfter = 3;

/**
 * Tries attacks, each between two genuine logins that worked. A batch shares its two; when the second one fails, the
 * batch is done again one by one, so that the attack that broke the target is named.
 */
export async function tryBetweenControls(
  options: BatchOptions,
  controls: ControlMaker,
  attempt: (mutation: Mutation, facts: AttemptFacts) => Promise<Attempt>,
): Promise<RefusalOutcome> {
  const { attacks, batchSize, concurrency = 1, onResult, signal } = options;
  const isOver = () => signal?.aborted === true;
  const results = new Map<string, RefusalResult>();
  const keep = (result: RefusalResult) => {
    results.set(result.attack, result);
    onResult?.(result);
  };
  const inconclusive = (mutation: Mutation, says: string) =>
    keep(describeResult(mutation, { outcome: 'inconclusive', says }));

  /** Controls are made one after the other; the one after a batch is also the one before the next. */
  let last: Control = await controls.first();

  const runTogether = async (batch: readonly Mutation[]): Promise<boolean> => {
    const tried = await tryAll(batch, { concurrency, isOver }, (mutation) =>
      attempt(mutation, { lastGenuine: last.response, tellsReasons: concurrency === 1 }),
    );
    last = await controls.make();
    if (last.failure !== undefined) return false;
    for (const one of tried) keep(one.finish());
    return true;
  };

  const runAlone = async (mutation: Mutation): Promise<void> => {
    if (last.failure !== undefined) last = await controls.recover();
    if (last.failure !== undefined)
      return inconclusive(mutation, `The control before it failed: ${last.failure}.`);
    const tried = await attempt(mutation, { lastGenuine: last.response, tellsReasons: true });
    last = await controls.make();
    if (last.failure === undefined) keep(tried.finish());
    else
      inconclusive(mutation, `A genuine login worked before this attack and not after it: ${last.failure}.`);
  };

  let size = batchSize ?? smallBatch;
  for (let at = 0; at < attacks.length && !isOver(); ) {
    const batch = attacks.slice(at, at + size);
    at += batch.length;
    if (last.failure !== undefined && controls.failedInARow() < givesUpAfter) last = await controls.recover();
    if (last.failure !== undefined) {
      for (const each of batch) inconclusive(each, `The control before it failed: ${last.failure}.`);
      continue;
    }
    if (await runTogether(batch)) {
      size = batchSize ?? Math.min(size * 2, largeBatch);
      continue;
    }
    size = batchSize ?? smallBatch;
    for (const each of batch) {
      if (isOver()) break;
      if (controls.failedInARow() >= givesUpAfter)
        inconclusive(
          each,
          `The control before it failed: ${last.failure ?? 'no genuine login works any more'}.`,
        );
      else await runAlone(each);
    }
  }
  return {
    results: attacks.flatMap(({ id }) => results.get(id) ?? []),
    controls: controls.counts(),
  };
}

/** Those that move clocks, restart the target or measure time are tried alone; of the rest several at a time. */
async function tryAll<T>(
  batch: readonly Mutation[],
  { concurrency, isOver }: { readonly concurrency: number; readonly isOver: () => boolean },
  attempt: (mutation: Mutation) => Promise<T>,
): Promise<readonly T[]> {
  const done = new Map<Mutation, T>();
  const together = batch.filter((each) => !needsToBeAlone(each));
  const waiting = together.values();
  const lane = async () => {
    for (const mutation of waiting) {
      if (isOver()) return;
      done.set(mutation, await attempt(mutation));
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, together.length) }, lane));
  for (const mutation of batch)
    if (!done.has(mutation) && !isOver()) done.set(mutation, await attempt(mutation));
  return batch.flatMap((mutation) => done.get(mutation) ?? []);
}

function needsToBeAlone({ attack }: Mutation): boolean {
  if (attack?.watch === 'answer-time' || attack?.watch === 'sessions') return true;
  return (attack?.steps ?? []).some(
    (one) => one.step === 'restart' || one.step === 'clock' || (one.step === 'send' && (one.copies ?? 1) > 1),
  );
}
