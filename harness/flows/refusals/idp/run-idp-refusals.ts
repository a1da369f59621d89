import type { AttackNeed } from '../../../model/attack.ts';
import type { Mutation } from '../../../model/mutation.ts';
import { type Attempt, attemptSafely, confirmSlowness, missingNeeds } from '../attempt.ts';
import {
  type AttemptFacts,
  type BatchOptions,
  type RefusalOutcome,
  tryBetweenControls,
} from '../between-controls.ts';
import { weigh } from '../decide.ts';
import type { CanaryPort } from '../ports.ts';
import { describeResult } from '../result.ts';
import { createIdpControls, type IdpControls } from './idp-controls.ts';
import { type IdpWorld, travelIdp } from './idp-journey.ts';
import type { IdpTarget } from './idp-target.ts';
import { judgeIdp } from './judge-idp.ts';
import { readAnswer } from './read-answer.ts';

/** One at a time: what the identity provider says of its last refusal is then this attack's. */
export interface IdpRefusalOptions extends Omit<BatchOptions, 'concurrency'>, Omit<IdpWorld, 'bait'> {
  readonly canary?: CanaryPort | undefined;
}

/** Tries attacks on an identity provider, as one of its service providers, between genuine logins that worked. */
export function runIdpRefusals(options: IdpRefusalOptions): Promise<RefusalOutcome> {
  const controls = createIdpControls(options);
  return tryBetweenControls(options, controls, (mutation, facts) =>
    tryIdpAttack({ ...options, bait: options.canary?.lay(mutation.id) }, mutation, facts, controls),
  );
}

async function tryIdpAttack(
  world: IdpWorld,
  mutation: Mutation,
  facts: AttemptFacts,
  controls: IdpControls,
): Promise<Attempt> {
  const { target, stopwatch, bait } = world;
  const began = stopwatch();
  const missing = missingNeeds(mutation, (need) => canDo(need, target));
  if (missing !== undefined) return missing;
  const reasonBefore = await target.lastRefusal?.();
  const once = async () => {
    const journey = await travelIdp(world, mutation, facts.lastGenuine);
    const auditReason = await target.lastRefusal?.();
    return { journey, auditReason, judged: await judgeIdp(world, mutation, journey, controls) };
  };
  return attemptSafely(mutation, async () => {
    const { journey, auditReason, judged } = await confirmSlowness(await once(), once);
    const durationMs = stopwatch() - began;
    return {
      finish: () => {
        const loggedIn = [...journey.ends].flatMap(([jar, visit]) => {
          const answer = readAnswer(visit);
          return answer.kind === 'assertion' ? [{ jar, who: answer.about }] : [];
        });
        const fetched = judged.outcome !== 'fell' && bait?.wasFetched() === true;
        const decision = fetched
          ? {
              outcome: 'fell' as const,
              says: 'The identity provider fetched the address that the request names.',
            }
          : weigh(mutation, judged, judged.isGrave === true);
        // Where an assertion came, the last refusal may be an earlier attack's.
        const isStale = loggedIn.length > 0 && auditReason === reasonBefore;
        return describeResult(mutation, {
          ...decision,
          loggedIn,
          sent: journey.askings.map(({ jar, forged, visit, failure }) => ({
            jar,
            forged,
            copies: 1,
            visits: visit === undefined ? [] : [journey.ends.get(jar) ?? visit],
            failures: failure === undefined ? [] : [failure],
          })),
          durationMs,
          ...(auditReason === undefined || isStale ? {} : { auditReason }),
        });
      },
    };
  });
}

function canDo(need: AttackNeed, target: IdpTarget): boolean {
  if (target.can.includes(need)) return true;
  if (need === 'other-sp') return target.otherSp !== undefined;
  if (need === 'signed-requests') return target.sp.key !== undefined;
  if (need === 'launch') return target.launch !== undefined;
  return need === 'sp-initiated';
}
