import { createPhoneDriver } from '../../harness/drivers/phone.ts';
import type { ArtifactName } from '../../harness/model/evidence.ts';
import type { DirectoryUser, Setup } from '../../harness/model/records.ts';
import type { DirectoryRecord, ScimPerson } from '../../harness/model/scim-records.ts';
import type { LiveMutation } from '../1kosmos-identity-center/live-mutation.ts';
import type { Bench } from '../support/bench.ts';
import { idpScreens, planPhone } from '../support/kosmos.ts';
import { type MadeLogin, recordLogin } from '../support/record-login.ts';
import { type Controls, scim, tenant } from './arrange.ts';
import type { LoginCase } from './cases.ts';
import { applicationId, type Parties } from './parties.ts';
import { connectPorts } from './ports.ts';
import { prepare } from './prepare.ts';

/** Pushes and logs in as a case describes it, and brings home all that was seen of both. */
export async function makeLogin(
  one: LoginCase,
  bench: Bench,
  { controls: connect, names, targets }: Parties,
  mutation?: LiveMutation,
): Promise<MadeLogin> {
  const controls = connect(bench.stack);
  const known = await prepare(one, controls, names, bench);
  const directory = await readDirectory(controls);
  const setup: Setup = { ...known, ...whom(one, directory) };
  await mutation?.arrange(controls);
  bench.stack.frontDoor.rewriteLocations(mutation?.rewriteLocation);
  const ports = connectPorts(one, controls, names, bench);
  const { evidence, pictures } = await recordLogin({
    frame: { integration: 'idemeum', case: one.id, flow: one.flow, targets },
    plan: {
      initiatedBy: one.from === 'portal' ? 'sp' : 'idp',
      userName: one.person.email,
      expected: one.expected,
      homeAfterDeepLink: true,
      replays: [],
      signOut: one.leaving !== undefined,
    },
    parties: {
      browser: bench.browser,
      idp: ports.idp,
      sp: ports.sp,
      login: createPhoneDriver({
        phone: ports.phone,
        plan: planPhone(one.person.enrolledAs, one.phone),
        screens: idpScreens,
        advanceClock: (ms) => controls.idp.send('PUT', '/clock', { offsetMs: ms }),
        now: Date.now,
      }),
      interceptions: mutation?.interceptions ?? [],
    },
    setup,
    wanted: wantedOf(one),
    // What was pushed after the login, by somebody who leaves, counts too.
    further: async () => ({
      scim: await scim(controls).exchanges(),
      directory: await readDirectory(controls),
    }),
  });
  return { evidence: mutation?.reshape(evidence) ?? evidence, pictures };
}

/** Begins the external id of everybody whom this product provisions. */
const mark = 'idemeum-';

/** Both sides of what was pushed, as they are now. */
export async function readDirectory(controls: Controls): Promise<DirectoryRecord> {
  const found = await scim(controls).directory();
  const byHand = found.users.filter(({ externalId }) => externalId?.startsWith(mark) !== true);
  return {
    expected: await tenant(controls).expected(applicationId),
    found,
    byHand: byHand.map(({ userName }) => userName),
  };
}

function whom(one: LoginCase, { found }: DirectoryRecord): Setup {
  const user = found.users.find(({ externalId }) => externalId === mark + one.person.id);
  return {
    initiatedBy: one.from === 'portal' ? 'sp' : 'idp',
    user: user === undefined ? null : describeUser(user),
    attributes: [],
    access: one.access,
    factor: one.phone.biometric ?? 'touch-id',
  };
}

function describeUser({ userName, email, givenName, familyName, active }: ScimPerson): DirectoryUser {
  return { userName, email: email ?? '', givenName, familyName, active };
}

/** What a journey of this kind must have seen at its end. */
function wantedOf(one: LoginCase): readonly ArtifactName[] {
  const always: ArtifactName[] = [
    ...(['idp-metadata', 'sp-metadata', 'setup', 'exchanges', 'outcome', 'scim', 'directory'] as const),
  ];
  const phoned: ArtifactName[] = one.from === 'portal' ? ['request', 'request-delivery'] : ['phone'];
  const answered: ArtifactName[] = one.expected === 'refused-by-idp' ? [] : ['response', 'response-delivery'];
  const arrived: ArtifactName[] = one.expected === 'signed-in' ? ['portal'] : [];
  return [...always, ...phoned, ...answered, ...arrived];
}
