import type { ControlClient } from '../../harness/model/double.ts';
import type { LiveControls, LiveMutation } from '../1kosmos-identity-center/live-mutation.ts';
import type { Bench } from '../support/bench.ts';
import type { AppCase } from './cases.ts';
import { type Controls, instanceId, type Parties } from './parties.ts';

/** Nobody signs in by a phone here: a mutation of one has nothing to be set. */
const noPhone: ControlClient = {
  get: () => Promise.reject(new Error('There is no phone in this rollout.')),
  send: () => Promise.reject(new Error('There is no phone in this rollout.')),
};

/** The doubles that a mutation may set. */
export function liveControls({ idp, kpow }: Controls): LiveControls {
  return { idp, sp: kpow ?? noPhone, authenticator: noPhone };
}

/** The run's mutation, for a login that must be clean; a case that arranges its own fault is left alone. */
export async function switchedOn(
  id: string | undefined,
  one: AppCase,
  bench: Bench,
  parties: Parties,
): Promise<LiveMutation | undefined> {
  if (id === undefined || one.expected !== 'signed-in' || one.expectedFailures.length > 0) return undefined;
  // Hundreds of files that an ordinary run need not load.
  const { mutations } = await import('../../harness/mutations/index.ts');
  const { makeLiveAt } = await import('../1kosmos-identity-center/live-mutation.ts');
  const mutation = mutations.find((entry) => entry.id === id);
  const { portalHost, audience, acsUrl, issuerUrl } = parties.names;
  const target = {
    idpHost: portalHost,
    spEntityId: audience,
    acsUrl,
    applicationId: instanceId,
    idpEntityId: issuerUrl,
    ssoUrl: issuerUrl,
  };
  return mutation && makeLiveAt(mutation, liveControls(parties.controls(bench.stack)), target);
}
