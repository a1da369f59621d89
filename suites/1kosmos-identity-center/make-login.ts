import { createPhoneDriver } from '../../harness/drivers/phone.ts';
import type { ArtifactName } from '../../harness/model/evidence.ts';
import type { Setup } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import { idpScreens, planPhone } from '../support/kosmos.ts';
import { type MadeLogin, recordLogin } from '../support/record-login.ts';
import type { LoginCase } from './cases.ts';
import type { LiveMutation } from './live-mutation.ts';
import type { Names, Parties } from './parties.ts';
import { attributesOf, people } from './people.ts';
import { connectPorts } from './ports.ts';
import { prepare } from './prepare.ts';

/** Makes one login as a case describes it, and brings home all that it saw. */
export async function makeLogin(
  one: LoginCase,
  bench: Bench,
  { controls: connect, names, targets }: Parties,
  mutation?: LiveMutation,
): Promise<MadeLogin> {
  const controls = connect(bench.stack);
  const setup: Setup = { ...(await prepare(one, controls, names, bench)), ...whom(one) };
  await mutation?.arrange(controls);
  bench.stack.frontDoor.rewriteLocations(mutation?.rewriteLocation);
  const ports = connectPorts(controls, names, bench);
  const { evidence, pictures } = await recordLogin({
    frame: { integration: '1kosmos-identity-center', case: one.id, flow: one.flow, targets },
    plan: planLogin(one, names),
    parties: {
      browser: bench.browser,
      idp: ports.idp,
      sp: ports.sp,
      login: createPhoneDriver({
        phone: ports.phone,
        plan: planPhone(people[one.person].email, one.phone),
        screens: idpScreens,
        advanceClock: (ms) => controls.idp.send('PUT', '/clock', { offsetMs: ms }),
        now: Date.now,
      }),
      interceptions: [
        ...(one.tamperRelayState ? [ports.tamperRelayState] : []),
        ...(mutation?.interceptions ?? []),
      ],
    },
    setup,
    wanted: wantedOf(one),
  });
  return { evidence: mutation?.reshape(evidence) ?? evidence, pictures };
}

function planLogin({ deepLink, ...one }: LoginCase, { portal }: Names) {
  const { directory, email } = people[one.person];
  const link = deepLink && {
    wanted: `${deepLink.accountId}/${deepLink.roleName}`,
    url: `${portal}/#/console?account_id=${deepLink.accountId}&role_name=${deepLink.roleName}`,
  };
  return {
    ...one,
    userName: directory?.userName ?? email,
    homeAfterDeepLink: true,
    ...(link === undefined ? {} : { deepLink: link }),
  };
}

function whom(one: LoginCase): Setup {
  const person = people[one.person];
  return {
    initiatedBy: one.initiatedBy,
    user: person.directory,
    attributes: attributesOf(person),
    access: person.access,
    factor: one.phone.biometric ?? 'touch-id',
  };
}

/** What a journey of this kind must have seen at its end. */
function wantedOf(one: LoginCase): readonly ArtifactName[] {
  const always: ArtifactName[] = ['idp-metadata', 'sp-metadata', 'setup', 'exchanges', 'outcome'];
  const phoned: ArtifactName[] = one.loginPage ? ['phone'] : [];
  const asked: ArtifactName[] = one.initiatedBy === 'sp' ? ['request', 'request-delivery'] : [];
  const answered: ArtifactName[] = one.expected === 'refused-by-idp' ? [] : ['response', 'response-delivery'];
  const arrived: ArtifactName[] = one.expected === 'signed-in' ? ['portal'] : [];
  const replayed: ArtifactName[] = one.replays.length > 0 ? ['replays'] : [];
  return [...always, ...phoned, ...asked, ...answered, ...arrived, ...replayed];
}
