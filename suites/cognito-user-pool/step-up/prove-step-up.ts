import type { Config } from '../../../harness/config/schema.ts';
import type { CaseReport } from '../../../harness/model/report.ts';
import type { RunningStack } from '../../../harness/stack/start-stack.ts';
import { proveCase } from '../../support/prove-case.ts';
import type { StepUpCase } from './case.ts';
import { makeStepUp } from './make-step-up.ts';
import type { StepUpRollout } from './parties.ts';

export const stepUpProfile = 'cognito-step-up';

export interface StepUpProof {
  readonly stack: RunningStack;
  readonly waivers: Config['waivers'];
  readonly runFolder: string;
  readonly rollout?: StepUpRollout;
}

/** Makes a case's journey, judges it, and saves evidence and report below the run's folder. */
export async function proveStepUp(
  one: StepUpCase,
  { stack, waivers, runFolder, rollout }: StepUpProof,
): Promise<CaseReport> {
  const startedAt = performance.now();
  const evidence = await makeStepUp(one, stack, rollout);
  const durationMs = Math.round(performance.now() - startedAt);
  return proveCase(
    {
      integration: 'cognito-user-pool',
      case: one,
      profile: stepUpProfile,
      evidence,
      pictures: {},
      durationMs,
      waivers,
    },
    runFolder,
  );
}
