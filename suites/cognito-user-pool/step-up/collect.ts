import {
  type ChallengeRecord,
  keyMark,
  type PoolCallRecord,
  type ProofingCallRecord,
  type StepUpRecord,
  type StepUpWanted,
  type TriggerRecord,
} from '../../../harness/model/step-up-records.ts';
import { names, secrets } from './environment.ts';
import type { Journey } from './journey.ts';
import type { StepUpControls } from './parties.ts';

/** Puts together what the doubles logged of one case. The API key does not survive it. */
export async function collect(
  { kosmos, pool }: StepUpControls,
  seen: Awaited<ReturnType<Journey['seen']>>,
  wanted: StepUpWanted,
): Promise<StepUpRecord> {
  const [poolCalls, triggers, calls, challenges] = await Promise.all([
    pool.get<readonly PoolCallRecord[]>('/api-calls'),
    pool.get<readonly TriggerRecord[]>('/trigger-calls'),
    kosmos.get<readonly (ProofingCallRecord & { by?: string })[]>('/calls'),
    kosmos.get<readonly ChallengeRecord[]>('/challenges'),
  ]);
  const record: StepUpRecord = {
    proofingApi: names.kosmosOrigin,
    wanted,
    outcome: seen.outcome,
    poolCalls,
    triggers,
    proofingCalls: calls.map((call) => withTrigger(call, triggers)),
    challenges,
    callbacks: seen.callbacks,
    person: seen.person,
    resource: seen.resource,
  };
  // Whatever a function did with it: the text of evidence holds no secret.
  return JSON.parse(JSON.stringify(record).replaceAll(secrets.apiKey, keyMark)) as StepUpRecord; // its own text
}

/** The call of a function during which a request came: the newest that had begun by then, and was not over. */
function withTrigger(call: ProofingCallRecord, triggers: readonly TriggerRecord[]): ProofingCallRecord {
  const at = Date.parse(call.at);
  const trigger = triggers.findLastIndex((one) => {
    const begun = Date.parse(one.at);
    return begun <= at && at <= begun + one.durationMs + 1;
  });
  return trigger < 0 ? call : { ...call, trigger };
}
