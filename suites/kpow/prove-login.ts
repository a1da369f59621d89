import type { CaseReport } from '../../harness/model/report.ts';
import { proveCase } from '../support/prove-case.ts';
import type { Rollout } from '../support/rollout-fixture.ts';
import type { AppCase } from './cases.ts';
import { switchedOn } from './live-mutation.ts';
import { makeLogin } from './make-login.ts';
import type { Parties } from './parties.ts';

/** What the profile only tells, also of clean logins: AWS’s own audience, and assertions as long as the session. */
const told = ['conditions/validity', 'subject/confirmation-lifetime', 'saml-app/audience-own'];

/** Makes a case's login, judges it, and saves evidence and report below the run's folder. */
export async function proveLogin(
  one: AppCase,
  { bench, parties, profile, waivers, settings }: Rollout<Parties>,
): Promise<CaseReport> {
  const startedAt = performance.now();
  const mutation = await switchedOn(settings.mutation, one, bench, parties);
  const { evidence, pictures } = await makeLogin(one, bench, parties, mutation);
  const durationMs = Math.round(performance.now() - startedAt);
  const proven = { integration: 'kpow', case: one, profile, evidence, pictures, durationMs, waivers };
  return proveCase(
    { ...proven, ...(mutation === undefined ? {} : { strict: { but: told } }) },
    settings.runFolder,
  );
}
