import type { CaseReport } from '../../harness/model/report.ts';
import { proveCase } from '../support/prove-case.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import type { PoolCase } from './cases.ts';
import { makeLogin } from './make-login.ts';
import type { Parties } from './parties.ts';

/** Makes a case's login, judges it, and saves evidence and report below the run's folder. */
export async function proveLogin(
  one: PoolCase,
  { bench, parties, profile, waivers, settings }: Rollout<Parties>,
): Promise<CaseReport> {
  const startedAt = performance.now();
  const { evidence, pictures } = await makeLogin(one, bench, parties);
  const durationMs = Math.round(performance.now() - startedAt);
  return proveCase(
    {
      integration: 'cognito-user-pool',
      case: one,
      profile: one.profile ?? profile,
      evidence,
      pictures,
      durationMs,
      waivers,
    },
    settings.runFolder,
  );
}
