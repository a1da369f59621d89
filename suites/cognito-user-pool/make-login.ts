import { createPhoneDriver } from '../../harness/drivers/phone.ts';
import type { ArtifactName, Evidence } from '../../harness/model/evidence.ts';
import type { OidcProbe } from '../../harness/model/oidc-records.ts';
import { createAuthenticatorClient } from '../../mocks/authenticator/client.ts';
import type { Bench } from '../support/bench.ts';
import { idpScreens, planPhone } from '../support/kosmos.ts';
import { type MadeLogin, recordLogin } from '../support/record-login.ts';
import type { PoolCase } from './cases.ts';
import type { Parties } from './parties.ts';
import { people } from './people.ts';
import { identityProvider, serviceProvider } from './ports.ts';
import { prepare } from './prepare.ts';
import { withProbes } from './probes.ts';
import { readOidc } from './read-oidc.ts';

/** Makes one login as a case describes it, and brings home all that it saw. */
export async function makeLogin(one: PoolCase, bench: Bench, parties: Parties): Promise<MadeLogin> {
  const { names, targets } = parties;
  const controls = parties.controls(bench.stack);
  const isSaml = one.profile !== undefined;
  const setup = await prepare(one, controls, names, bench);
  bench.stack.frontDoor.rewriteLocations(one.rewrite);
  const probes: OidcProbe[] = [];
  const sp = serviceProvider(controls, names, isSaml ? names.samlAcs : names.poolCallback);
  const made = await recordLogin({
    frame: { integration: 'cognito-user-pool', case: one.id, flow: one.flow, targets },
    plan: {
      initiatedBy: 'sp',
      userName: people[one.person].email,
      expected: one.expected,
      homeAfterDeepLink: false,
      replays: one.replays,
      signOut: one.signOut,
    },
    parties: {
      browser: bench.browser,
      idp: identityProvider(controls, names, async () => (isSaml ? bench.fetchText(names.idpMetadata) : '')),
      sp: one.probes ? withProbes(sp, { controls, names, bench }, probes) : sp,
      login: createPhoneDriver({
        phone: createAuthenticatorClient(controls.authenticator),
        plan: planPhone(people[one.person].email, { biometric: 'live-id', ...one.phone }),
        screens: idpScreens,
        advanceClock: (ms) => controls.idp.send('PUT', '/clock', { offsetMs: ms }),
        now: Date.now,
      }),
      interceptions: [],
    },
    setup,
    wanted: wantedOf(one),
    further: async () => {
      bench.stack.frontDoor.rewriteLocations();
      if (isSaml) return {};
      const oidc = await readOidc(controls, names, bench, setup.user?.userName ?? '', one);
      return { oidc: { ...oidc, probes } };
    },
  });
  return { ...made, evidence: withoutMetadata(made.evidence) };
}

/** A pool publishes no SAML metadata, and a provider of OpenID Connect needs none. */
function withoutMetadata(evidence: Evidence): Evidence {
  const { 'sp-metadata': _, 'idp-metadata': metadata, ...artifacts } = evidence.artifacts;
  const isThere = metadata?.state === 'seen' && metadata.raw !== '';
  return { ...evidence, artifacts: isThere ? { ...artifacts, 'idp-metadata': metadata } : artifacts };
}

/** What a journey of this kind must have seen at its end. */
function wantedOf(one: PoolCase): readonly ArtifactName[] {
  return [
    ...(['setup', 'exchanges', 'outcome'] as const),
    ...(one.profile === undefined
      ? (['oidc'] as const)
      : (['idp-metadata', 'request', 'request-delivery', 'response', 'response-delivery'] as const)),
    ...(one.replays.length > 0 ? (['replays'] as const) : []),
    ...(one.loginPage ? (['phone'] as const) : []),
    ...(one.expected === 'signed-in' ? (['portal'] as const) : []),
  ];
}
