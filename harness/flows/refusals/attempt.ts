import type { AttackNeed } from '../../model/attack.ts';
import type { Mutation } from '../../model/mutation.ts';
import type { RefusalResult } from '../../model/refusal.ts';
import type { Controls } from './controls.ts';
import { type Journey, travel } from './journey.ts';
import { describeResult } from './result.ts';
import type { RefusalTarget } from './target.ts';
import { type Judged, judge } from './watch.ts';
import { describeError, toError, type World } from './world.ts';

export interface AttemptOptions {
  /** A genuine response of an earlier login. */
  readonly lastGenuine: string;
  readonly controls: Controls;
  /** True when nothing else talks to the target, so that its last refusal is this attack's. */
  readonly tellsReasons: boolean;
}

/** An attack that was tried; `finish` gives its result once the control after it has worked. */
export interface Attempt {
  readonly finish: () => RefusalResult;
}

/** Errors by which a change says that it cannot be made for this login. */
const unfit = ['EditError', 'MissingSigner', 'DoesNotFit'];

/** Tries one attack. Never throws: what goes wrong is part of the result. */
export async function tryAttack(world: World, mutation: Mutation, options: AttemptOptions): Promise<Attempt> {
  const began = world.stopwatch();
  const took = () => world.stopwatch() - began;
  const missing = missingNeeds(mutation.attack?.needs ?? [], world.target);
  if (missing.length > 0) {
    const says = `The target cannot do what the attack is about: ${missing.join(', ')}.`;
    const result = describeResult(mutation, { outcome: 'not-applicable', says, durationMs: took() });
    return { finish: () => result };
  }
  try {
    const reasonBefore = options.tellsReasons ? await world.target.lastRefusal?.() : undefined;
    const tried = await tryOnce(world, mutation, options);
    const { journey, auditReason, judged } = await confirmSlowness(tried, () =>
      tryOnce(world, mutation, options),
    );
    const durationMs = took();
    return {
      finish: () => {
        // What an attack named may be fetched some time later.
        const fetched = judged.outcome !== 'fell' && world.canary?.wasFetched(mutation.id) === true;
        const decision = fetched
          ? { outcome: 'fell' as const, says: 'The target fetched the address that the message names.' }
          : judged;
        // Where somebody was logged in, the last refusal may be an earlier attack's.
        const isIn = judged.identities.some(({ who }) => who !== undefined);
        return describeResult(mutation, {
          ...decision,
          identities: judged.identities,
          journey,
          durationMs,
          ...(auditReason === undefined || (isIn && auditReason === reasonBefore) ? {} : { auditReason }),
        });
      },
    };
  } catch (reason) {
    const error = toError(reason);
    const outcome = unfit.includes(error.name) ? 'not-applicable' : 'inconclusive';
    const says =
      outcome === 'not-applicable'
        ? `The attack does not fit this target: ${describeError(error)}.`
        : `The attack could not be carried out: ${describeError(error)}.`;
    const result = describeResult(mutation, { outcome, says, durationMs: took() });
    return { finish: () => result };
  }
}

interface Tried {
  readonly journey: Journey;
  readonly auditReason: string | undefined;
  readonly judged: Judged;
}

async function tryOnce(world: World, mutation: Mutation, options: AttemptOptions): Promise<Tried> {
  const journey = await travel(world, mutation, options.lastGenuine);
  const auditReason = options.tellsReasons ? await world.target.lastRefusal?.() : undefined;
  return { journey, auditReason, judged: await judge(world, mutation, journey, options.controls) };
}

const mostRepeats = 2;

/** A slow answer may be a hiccup of this machine: it must be slow every time. One that never came is not asked again. */
async function confirmSlowness(first: Tried, again: () => Promise<Tried>): Promise<Tried> {
  let tried = first;
  for (let repeat = 0; repeat < mostRepeats && tried.judged.isSlow === true; repeat += 1)
    tried = await again();
  return tried;
}

function missingNeeds(needs: readonly AttackNeed[], target: RefusalTarget): readonly AttackNeed[] {
  return needs.filter((need) => !target.can.includes(need) && bySetUp[need]?.(target) !== true);
}

/** What the other fields of a target already say. */
const bySetUp: Readonly<Partial<Record<AttackNeed, (target: RefusalTarget) => boolean>>> = {
  'sp-initiated': ({ start }) => start !== undefined,
  restart: ({ restart }) => restart !== undefined,
  clock: ({ setClock }) => setClock !== undefined,
  'log-out': ({ logOut }) => logOut !== undefined,
  encryption: ({ encryptionCertificate }) => encryptionCertificate !== undefined,
  'other-idp': ({ otherIdpEntityId }) => otherIdpEntityId !== undefined,
  'other-sp': ({ otherSp }) => otherSp !== undefined,
  'signed-assertion': ({ signed }) => signed !== 'response',
  'signed-response': ({ signed }) => signed !== 'assertion',
  'single-logout': ({ singleLogoutUrl }) => singleLogoutUrl !== undefined,
  'second-node': ({ secondNode }) => secondNode !== undefined,
  sts: ({ redeem }) => redeem?.sts !== undefined,
  'identity-pool': ({ redeem }) => redeem?.['identity-pool'] !== undefined,
};
