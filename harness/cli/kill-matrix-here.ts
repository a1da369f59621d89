import { checks } from '../checks/index.ts';
import { judge } from '../judge/judge.ts';
import { resolveProfile } from '../judge/resolve-profile.ts';
import { makeGenuinePoolLogin } from '../mutations/identity-pool/_genuine.ts';
import { mutations } from '../mutations/index.ts';
import { type GenuineOptions, makeGenuineLogin } from '../mutations/kit/genuine.ts';
import { type GenuineIamOptions, makeGenuineIamLogin } from '../mutations/kit/genuine-iam.ts';
import { makeGenuineScimLogin } from '../mutations/kit/genuine-scim.ts';
import { makeGenuineScimProbe } from '../mutations/kit/genuine-scim-probe.ts';
import { buildKillMatrix, type KillMatrix, type NamedLogin } from '../mutations/kit/kill-matrix.ts';
import { makeGenuineOidcLogin } from '../mutations/oidc/_genuine.ts';
import { makeGenuineAppLogin } from '../mutations/saml-app/_genuine.ts';
import { makeGenuineStepUp } from '../mutations/step-up/_genuine.ts';
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
    [
      'aws-identity-center',
      'aws-iam',
      'idemeum-identity-center',
      'saml-app',
      'cognito-identity-pool',
      'cognito-user-pool-oidc',
      'cognito-step-up',
    ].map((id) => [id, resolveProfile(id, profiles)] as const),
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
      { name: 'of a SCIM service', profile: 'scim-service', login: makeGenuineScimProbe({ now, keys }) },
      {
        name: 'of the SCIM service of AWS',
        profile: 'scim-service-identity-center',
        login: makeGenuineScimProbe({ now, keys }),
      },
      {
        name: 'into a custom application',
        profile: 'saml-app',
        login: makeGenuineAppLogin({ now, keys }),
      },
      {
        name: 'through a user pool',
        profile: 'cognito-user-pool-oidc',
        login: makeGenuineOidcLogin({ now, keys }),
      },
      {
        name: 'into an identity pool whose rules choose the role',
        profile: 'cognito-identity-pool',
        login: makeGenuinePoolLogin({ now, keys, roleBy: 'rules' }),
      },
      {
        name: 'into an identity pool that takes the role from the assertion',
        profile: 'cognito-identity-pool',
        login: makeGenuinePoolLogin({ now, keys, roleBy: 'assertion' }),
      },
      {
        name: 'with a step-up by Lambda triggers',
        profile: 'cognito-step-up',
        login: makeGenuineStepUp({ now, keys }),
      },
    ],
    judge: (evidence, id) =>
      judge(evidence, { checks, profile: resolved.get(id) ?? resolveProfile(id, profiles) }),
  });
}
