import { recordArtifact } from '../../../harness/capture/artifact.ts';
import type { Evidence } from '../../../harness/model/evidence.ts';
import type { RunningStack } from '../../../harness/stack/start-stack.ts';
import type { StepUpCase } from './case.ts';
import { collect } from './collect.ts';
import { goodFunctions } from './function-sets.ts';
import { createJourney, person } from './journey.ts';
import { controlsOf, type StepUpRollout, sampleRollout, targetsOf, wantedOf } from './parties.ts';

/** Makes one case's journey, and brings home what was seen. */
export async function makeStepUp(
  one: StepUpCase,
  stack: RunningStack,
  rollout: StepUpRollout = sampleRollout,
): Promise<Evidence> {
  const { kosmos, pool, api } = controlsOf(stack);
  const startedAt = Date.now();
  await Promise.all([kosmos, pool, api].map((control) => control.send('POST', '/reset')));
  for (const [name, body] of Object.entries(one.functions)) {
    const owner = name in goodFunctions.apiFunctions ? api : pool;
    await owner.send('PUT', `/functions/${name}`, body);
  }
  const journey = createJourney(stack, rollout.settings);
  const failure = await one.journey(journey).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const record = await collect({ kosmos, pool, api }, await journey.seen(), {
    ...wantedOf(rollout),
    outcome: one.expected,
    userName: person.userName,
  });
  const step = {
    name: 'Journey',
    startedAt: new Date(startedAt).toISOString(),
    durationMs: Date.now() - startedAt,
  };
  return {
    schema: 'countersign/evidence/1',
    integration: 'cognito-user-pool',
    case: one.id,
    flow: one.flow,
    targets: targetsOf(rollout),
    capturedAt: new Date().toISOString(),
    clockSkewMs: 0,
    artifacts: { 'step-up': recordArtifact(record) },
    steps: [failure === undefined ? step : { ...step, failure }],
    screenshots: [],
    notes: [],
    ...(failure === undefined ? {} : { brokeOff: { step: 'Journey', why: failure } }),
  };
}
