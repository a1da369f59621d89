import { resolveProfile } from '../../harness/judge/resolve-profile.ts';
import { profiles } from '../../harness/profiles/index.ts';
import type { Bench } from '../support/bench.ts';
import type { IamCase } from './cases.ts';
import { isForIam, type LiveMutation, makeLive } from './live-mutation.ts';
import type { Parties } from './parties.ts';

/** Switches a mutation on in a login that must be clean; a case that arranges its own fault is left alone. */
export type Live = (one: IamCase, bench: Bench, parties: Parties) => Promise<LiveMutation | undefined>;

/** @returns `elsewhere` for a mutation that is switched on in logins into IAM Identity Center */
export async function findLive(id: string): Promise<Live | 'elsewhere'> {
  const { mutations } = await import('../../harness/mutations/index.ts');
  const mutation = mutations.find((entry) => entry.id === id);
  const [iam, identityCenter] = ['aws-iam', 'aws-identity-center'].map((name) =>
    resolveProfile(name, profiles),
  );
  if (mutation === undefined || iam === undefined || identityCenter === undefined) return 'elsewhere';
  if (!isForIam(mutation, iam, identityCenter)) return 'elsewhere';
  return async (one, bench, parties) =>
    one.expected === 'signed-in' && one.expectedFailures.length === 0
      ? makeLive(mutation, parties.controls(bench.stack), parties.names)
      : undefined;
}
