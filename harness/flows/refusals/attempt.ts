import type { AttackNeed } from '../../model/attack.ts';
import type { Mutation } from '../../model/mutation.ts';
import type { RefusalResult } from '../../model/refusal.ts';
import { describeResult } from './result.ts';
import { describeError, toError } from './world.ts';

/** An attack that was tried; `finish` gives its result once the control after it has worked. */
export interface Attempt {
  readonly finish: () => RefusalResult;
}

/** Errors by which a change, or a browser, says that it cannot be made or sent. */
const unfit = ['EditError', 'MissingSigner', 'NotSignable', 'DoesNotFit'];

/** Begins the sentence about an attack that the browser at hand cannot send. */
export const cannotSend = 'It cannot be sent this way';

/** Never throws: what goes wrong is part of the result. */
export async function attemptSafely(mutation: Mutation, act: () => Promise<Attempt>): Promise<Attempt> {
  try {
    return await act();
  } catch (reason) {
    const { name } = toError(reason);
    const why =
      name === 'CannotSend'
        ? cannotSend
        : unfit.includes(name)
          ? 'The attack does not fit this target'
          : undefined;
    const result = describeResult(mutation, {
      outcome: why === undefined ? 'inconclusive' : 'not-applicable',
      says: `${why ?? 'The attack could not be carried out'}: ${describeError(reason)}.`,
    });
    return { finish: () => result };
  }
}

/** The result of an attack that is about something the target cannot do; undefined when it can do everything. */
export function missingNeeds(mutation: Mutation, canDo: (need: AttackNeed) => boolean): Attempt | undefined {
  const missing = (mutation.attack?.needs ?? []).filter((need) => !canDo(need));
  if (missing.length === 0) return undefined;
  const says = `The target cannot do what the attack is about: ${missing.join(', ')}.`;
  const result = describeResult(mutation, { outcome: 'not-applicable', says });
  return { finish: () => result };
}

const mostRepeats = 2;

/** A slow answer may be a hiccup of this machine: it must be slow every time. */
export async function confirmSlowness<T extends { readonly judged: { readonly isSlow?: boolean } }>(
  first: T,
  again: () => Promise<T>,
): Promise<T> {
  let tried = first;
  for (let repeat = 0; repeat < mostRepeats && tried.judged.isSlow === true; repeat += 1)
    tried = await again();
  return tried;
}
