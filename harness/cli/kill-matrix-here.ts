import { checks } from '../checks/index.ts';
import { judge } from '../judge/judge.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import { mutations } from '../mutations/index.ts';
import { type GenuineOptions, makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { buildKillMatrix, type KillMatrix, type NamedLogin } from '../mutations/kit/kill-matrix.ts';
import { profiles } from '../profiles/index.ts';
import { makeSelftestKeys } from './selftest-keys.ts';

/** The whole catalogue against logins made now, with keys made now. */
export async function killMatrixHere(now: number): Promise<KillMatrix> {
  const keys = await makeSelftestKeys(now);
  const make = (name: string, options: Omit<GenuineOptions, 'now' | 'keys'>): NamedLogin => ({
    name,
    login: makeGenuineLogin({ now, keys, ...options }),
  });
  const profile = resolveProfile('aws-identity-center', profiles);
  return buildKillMatrix({
    checks,
    mutations,
    // The most usual login comes first; the others are for mutations that need what it lacks.
    logins: [
      make('SP-initiated', { initiatedBy: 'sp' }),
      make('IdP-initiated', { initiatedBy: 'idp' }),
      make('with a signed request', { initiatedBy: 'sp', signRequests: true }),
      make('with a signed Response', { initiatedBy: 'sp', signed: 'response' }),
    ],
    judge: (evidence) => judge(evidence, { checks, profile }),
  });
}
