import { checks } from '../checks/index.ts';
import { judge } from '../judge/judge.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import { mutations } from '../mutations/index.ts';
import { type GenuineOptions, makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { type GenuineIamOptions, makeGenuineIamLogin } from '../mutations/kit/genuine-iam.ts';
import { makeGenuineScimLogin } from '../mutations/kit/genuine-scim.ts';
import { buildKillMatrix, type KillMatrix, type NamedLogin } from '../mutations/kit/kill-matrix.ts';
import { makeGenuineAppLogin } from '../mutations/saml-app/_genuine.ts';
import { profiles } from '../profiles/index.ts';
import { makeSelftestKeys } from './selftest-keys.ts';

/** The whole catalogue against logins made now, with keys made now. */
export async function killMatrixHere(now: number): Promise<KillMatrix> {
  const keys = await makeSelftestKeys(now, { signers: true });
  const center = (name: string, options: Omit<GenuineOptions, 'now' | 'keys'>): NamedLogin => ({
    name,
    profile: 'aws-identity-center',
    login: makeGenuineLogin({ now, keys, ...options }),
  });
  const iam = (name: string, options: Omit<GenuineIamOptions, 'now' | 'keys'> = {}): NamedLogin => ({
    name,
    profile: 'aws-iam',
    login: makeGenuineIamLogin({ now, keys, ...options }),
  });
  const resolved = new Map(
    ['aws-identity-center', 'aws-iam', 'idemeum-identity-center', 'saml-app'].map(
      (id) => [id, resolveProfile(id, profiles)] as const,
    ),
  );
  return buildKillMatrix({
    checks,
    mutations,
    // The most usual login comes first; the others are for mutations that need what it lacks.
    logins: [
      center('SP-initiated', { initiatedBy: 'sp' }),
      center('IdP-initiated', { initiatedBy: 'idp' }),
      center('with a signed request', { initiatedBy: 'sp', signRequests: true }),
      center('with a signed Response', { initiatedBy: 'sp', signed: 'response' }),
      iam('into IAM roles'),
      iam('into IAM roles with a signed Response', { signed: 'response' }),
      {
        name: 'of somebody provisioned by SCIM',
        profile: 'idemeum-identity-center',
        login: makeGenuineScimLogin({ now, keys }),
      },
      {
        name: 'into a custom application',
        profile: 'saml-app',
        login: makeGenuineAppLogin({ now, keys }),
      },
    ],
    judge: (evidence, id) =>
      judge(evidence, { checks, profile: resolved.get(id) ?? resolveProfile(id, profiles) }),
  });
}
