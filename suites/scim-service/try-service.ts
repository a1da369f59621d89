import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { recordArtifact } from '../../harness/capture/artifact.ts';
import type { ScimEndpoint } from '../../harness/flows/scim-probe/caller.ts';
import { runProbe } from '../../harness/flows/scim-probe/probe.ts';
import type { ProbeJournal } from '../../harness/flows/scim-probe/traces.ts';
import type { Evidence, TargetRecord } from '../../harness/model/evidence.ts';
import type { ProbeCase } from './cases/define.ts';

export interface Trial {
  readonly endpoint: ScimEndpoint;
  readonly targets: readonly TargetRecord[];
  readonly notes: readonly string[];
  readonly journal?: ProbeJournal | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Tries one thing on a service, and brings home what was said. */
export async function tryService(one: ProbeCase, trial: Trial): Promise<Evidence> {
  const { endpoint, targets, notes, journal, signal } = trial;
  const startedAt = new Date();
  const begun = performance.now();
  const { record, brokeOff } = await runProbe({
    endpoint,
    run: one.run,
    prefix: `countersign-${randomBytes(4).toString('hex')}`,
    sleep: async (ms) => void (await sleep(ms)),
    journal,
    signal,
  });
  return {
    schema: 'countersign/evidence/1',
    integration: 'scim-service',
    case: one.id,
    flow: one.flow,
    targets,
    capturedAt: startedAt.toISOString(),
    clockSkewMs: 0,
    artifacts: { 'scim-probe': recordArtifact(record) },
    steps: [
      {
        name: 'Try',
        startedAt: startedAt.toISOString(),
        durationMs: Math.round(performance.now() - begun),
        ...(brokeOff === undefined ? {} : { failure: brokeOff }),
      },
    ],
    screenshots: [],
    notes,
    ...(brokeOff === undefined ? {} : { brokeOff: { step: 'Try', why: brokeOff } }),
  };
}
