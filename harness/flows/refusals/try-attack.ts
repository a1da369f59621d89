import type { AttackNeed } from '../../model/attack.ts';
import type { Mutation } from '../../model/mutation.ts';
import { type Attempt, attemptSafely, confirmSlowness, missingNeeds } from './attempt.ts';
import type { AttemptFacts } from './between-controls.ts';
import { weigh } from './decide.ts';
import { travel } from './journey.ts';
import { describeResult } from './result.ts';
import type { RefusalTarget } from './target.ts';
import { judge } from './watch.ts';
import { shownName, type World } from './world.ts';
import type { Yardstick } from './yardstick.ts';

/** Tries one attack on a service provider. Never throws: what goes wrong is part of the result. */
export async function tryAttack(
  world: World,
  mutation: Mutation,
  { lastGenuine, tellsReasons }: AttemptFacts,
  yardstick: Yardstick,
): Promise<Attempt> {
  const { target, stopwatch, bait } = world;
  const began = stopwatch();
  const missing = missingNeeds(mutation, (need) => canDo(need, target));
  if (missing !== undefined) return missing;
  const lastReason = async () => (tellsReasons ? target.lastRefusal?.() : undefined);
  const once = async () => {
    const journey = await travel(world, mutation, lastGenuine);
    const auditReason = await lastReason();
    return { journey, auditReason, judged: await judge(world, mutation, journey, yardstick) };
  };
  return attemptSafely(mutation, async () => {
    const reasonBefore = await lastReason();
    const { journey, auditReason, judged } = await confirmSlowness(await once(), once);
    const durationMs = stopwatch() - began;
    return {
      finish: () => {
        // What an attack named may be fetched some time later.
        const isFetched = judged.outcome !== 'fell' && bait?.wasFetched() === true;
        const isVictimIn = judged.identities.some(({ who }) => who === shownName(target, 'victim'));
        const decision = isFetched ? fetchedLate : weigh(mutation, judged, isVictimIn);
        const loggedIn = judged.identities.flatMap(({ jar, who }) =>
          who === undefined ? [] : [{ jar, who }],
        );
        // Where somebody was logged in, the last refusal may be an earlier attack's.
        const isStale = loggedIn.length > 0 && auditReason === reasonBefore;
        return describeResult(mutation, {
          ...decision,
          loggedIn,
          sent: journey.sendings,
          durationMs,
          ...(auditReason === undefined || isStale ? {} : { auditReason }),
        });
      },
    };
  });
}

const fetchedLate = {
  outcome: 'fell',
  says: 'The target fetched the address that the message names.',
} as const;

function canDo(need: AttackNeed, target: RefusalTarget): boolean {
  return target.can.includes(need) || bySetUp[need]?.(target) === true;
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
