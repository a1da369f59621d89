import type { ArtifactName, Evidence } from '../../harness/model/evidence.ts';
import type { PortalRecord } from '../../harness/model/records.ts';
import type { LiveMutation } from '../1kosmos-identity-center/live-mutation.ts';
import type { Bench } from '../support/bench.ts';
import { type MadeLogin, recordLogin } from '../support/record-login.ts';
import type { AppCase } from './cases.ts';
import { withLaterLogin } from './later-login.ts';
import { liveControls } from './live-mutation.ts';
import type { Parties } from './parties.ts';
import { people } from './people.ts';
import { connectPorts } from './ports.ts';
import { prepare } from './prepare.ts';
import { createPasswordDriver } from './sign-in.ts';

/** Makes one login as a case describes it, and brings home all that it saw. */
export async function makeLogin(
  one: AppCase,
  bench: Bench,
  parties: Parties,
  mutation?: LiveMutation,
): Promise<MadeLogin> {
  const controls = parties.controls(bench.stack);
  const setup = await prepare(one, controls, parties, bench);
  if (controls.kpow !== undefined) await mutation?.arrange(liveControls(controls));
  bench.stack.frontDoor.rewriteLocations(mutation?.rewriteLocation);
  const ports = connectPorts(controls, parties, bench);
  const sp = one.leaves.length === 0 ? ports.sp : withLaterLogin(ports.sp, one, controls, setup.application);
  const { userName, password } = people[one.person];
  const tile = one.initiatedBy === 'idp' ? { tile: parties.names.displayName } : {};
  const made = await recordLogin({
    frame: { integration: 'kpow', case: one.id, flow: one.flow, targets: parties.targets },
    plan: { ...one, userName, homeAfterDeepLink: false },
    parties: {
      browser: bench.browser,
      idp: ports.idp,
      sp,
      login: createPasswordDriver({ userName, password, ...tile }),
      interceptions: mutation?.interceptions ?? [],
    },
    setup,
    wanted: wantedOf(one),
  });
  const evidence = withRolesInWords(withoutEmptyMetadata(made.evidence));
  return { ...made, evidence: mutation?.reshape(evidence) ?? evidence };
}

/** Who cannot see the picture of the first page reads there which roles it shows. */
function withRolesInWords(evidence: Evidence): Evidence {
  const { portal } = evidence.artifacts;
  if (portal?.state !== 'seen') return evidence;
  const { userName, accounts } = JSON.parse(portal.raw) as PortalRecord; // this process wrote it
  const shown = accounts.map(
    ({ accountName, roles }) => `${accountName} shows ${userName} with ${listRoles(roles)}`,
  );
  return {
    ...evidence,
    screenshots: evidence.screenshots.map((one) =>
      one.step === 'Arrive' ? { ...one, description: `${one.description}: ${shown.join(', ')}` } : one,
    ),
  };
}

/** The first few; the page itself has them all. */
function listRoles(roles: readonly string[]): string {
  if (roles.length === 0) return 'no role';
  const more = roles.length > 4 ? ` and ${roles.length - 4} more` : '';
  return `the roles ${roles.slice(0, 4).join(', ')}${more}`;
}

/** An application that publishes no metadata has none that could be wrong. */
function withoutEmptyMetadata(evidence: Evidence): Evidence {
  const { 'sp-metadata': metadata, ...others } = evidence.artifacts;
  return metadata?.state === 'seen' && metadata.raw === '' ? { ...evidence, artifacts: others } : evidence;
}

/** What a journey of this kind must have seen at its end. */
function wantedOf(one: AppCase): readonly ArtifactName[] {
  const always: ArtifactName[] = ['idp-metadata', 'setup', 'exchanges', 'outcome'];
  const isAsked = one.initiatedBy === 'sp' || (!one.tileSignsIn && one.answered);
  const asked: ArtifactName[] = isAsked ? ['request', 'request-delivery'] : [];
  const answered: ArtifactName[] = one.answered ? ['response', 'response-delivery'] : [];
  const arrived: ArtifactName[] = one.expected === 'signed-in' ? ['portal'] : [];
  const replayed: ArtifactName[] = one.replays.length > 0 ? ['replays'] : [];
  return [...always, ...asked, ...answered, ...arrived, ...replayed];
}
