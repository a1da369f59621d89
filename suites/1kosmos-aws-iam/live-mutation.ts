import type { Mutation } from '../../harness/model/mutation.ts';
import type { Profile } from '../../harness/model/profile.ts';
import { type LiveMutation, makeLiveAt } from '../1kosmos-identity-center/live-mutation.ts';
import { applicationId, type Controls, type Names } from './parties.ts';
import { signInUrl } from './world.ts';

export type { LiveMutation };

/** Makes a mutation happen in logins into IAM roles: AWS sign-in is the service provider. */
export function makeLive(mutation: Mutation, controls: Controls, { idpHost }: Names): Promise<LiveMutation> {
  return makeLiveAt(mutation, liveControls(controls), {
    idpHost,
    spEntityId: 'urn:amazon:webservices',
    acsUrl: signInUrl,
    applicationId,
  });
}

export function liveControls({ idp, signIn, authenticator }: Controls) {
  return { idp, sp: signIn, authenticator };
}

/**
 * True for a mutation that these logins alone can show: all that it breaks is judged here, and something of it is not
 * judged in logins into IAM Identity Center, where every other mutation is switched on.
 */
export function isForIam({ breaks, attack }: Mutation, iam: Profile, identityCenter: Profile): boolean {
  const judgedBy = ({ checks }: Profile, id: string) => checks[id] !== undefined && checks[id] !== 'off';
  if (attack !== undefined) return false; // tried by `countersign refusals`
  return breaks.every((id) => judgedBy(iam, id)) && breaks.some((id) => !judgedBy(identityCenter, id));
}
