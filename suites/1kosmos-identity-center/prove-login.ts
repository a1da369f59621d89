import type { CaseReport } from '../../harness/model/report.ts';
import type { Bench } from '../support/bench.ts';
import { proveCase } from '../support/prove-case.ts';
import type { MadeLogin } from '../support/record-login.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import type { LoginCase } from './cases.ts';
import type { LiveMutation } from './live-mutation.ts';
import { makeLogin } from './make-login.ts';
import type { Parties } from './parties.ts';

/** Makes a case's login, judges it, and saves evidence and report below the run's folder. */
export async function proveLogin(
  one: LoginCase,
  { bench, parties, profile, waivers, settings }: Rollout<Parties>,
): Promise<{ report: CaseReport; pictures: MadeLogin['pictures'] }> {
  const startedAt = performance.now();
  const mutation = await switchedOn(one, bench, parties, settings.mutation);
  const { evidence, pictures } = await makeLogin(one, bench, parties, mutation);
  const durationMs = Math.round(performance.now() - startedAt);
  const integration = '1kosmos-identity-center';
  const report = await proveCase(
    {
      integration,
      case: one,
      profile,
      evidence,
      pictures,
      durationMs,
      waivers,
      ...(mutation === undefined ? {} : { strict: { but: [] } }),
    },
    settings.runFolder,
  );
  return { report, pictures };
}

/** The run's mutation, for a login that must be clean; a case that arranges its own fault is left alone. */
async function switchedOn(
  one: LoginCase,
  bench: Bench,
  parties: Parties,
  id: string | undefined,
): Promise<LiveMutation | undefined> {
  if (id === undefined || one.expected !== 'signed-in' || one.expectedFailures.length > 0) return undefined;
  // Hundreds of files that an ordinary run need not load.
  const { mutations } = await import('../../harness/mutations/index.ts');
  const { makeLive } = await import('./live-mutation.ts');
  const mutation = mutations.find((entry) => entry.id === id);
  return mutation && makeLive(mutation, parties.controls(bench.stack), parties.names);
}
