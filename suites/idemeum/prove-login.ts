import type { CaseReport } from '../../harness/model/report.ts';
import { type LiveMutation, makeLiveAt } from '../1kosmos-identity-center/live-mutation.ts';
import { proveCase } from '../support/prove-case.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import type { LoginCase } from './cases.ts';
import { makeLogin } from './make-login.ts';
import { applicationId, type Parties } from './parties.ts';

type Open = Rollout<Parties>;

/** Makes a case's push and login, judges both, and saves evidence and report below the run's folder. */
export async function proveLogin(one: LoginCase, rollout: Open): Promise<CaseReport> {
  const { bench, parties, profile, waivers, settings } = rollout;
  const startedAt = performance.now();
  const mutation = await switchedOn(one, rollout);
  const { evidence, pictures } = await makeLogin(one, bench, parties, mutation);
  const proven = { integration: 'idemeum', case: one, profile, evidence, pictures, waivers };
  return proveCase(
    {
      ...proven,
      durationMs: Math.round(performance.now() - startedAt),
      ...(mutation === undefined ? {} : { strict: { but: [] } }),
    },
    settings.runFolder,
  );
}

/** The run's mutation, for a login that must be clean; a case that arranges its own fault is left alone. */
async function switchedOn(
  one: LoginCase,
  { bench, parties, settings }: Open,
): Promise<LiveMutation | undefined> {
  const { mutation: id } = settings;
  if (id === undefined || one.expected !== 'signed-in' || one.expectedFailures.length > 0) return undefined;
  // Hundreds of files that an ordinary run need not load.
  const { mutations } = await import('../../harness/mutations/index.ts');
  const mutation = mutations.find((entry) => entry.id === id);
  const { idpHost, issuerUrl, acsUrl } = parties.names;
  const target = { idpHost, spEntityId: issuerUrl, acsUrl, applicationId };
  return mutation && makeLiveAt(mutation, parties.controls(bench.stack), target);
}
