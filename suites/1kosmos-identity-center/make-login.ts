import { randomUUID } from 'node:crypto';
import { type BrowserRecording, recordBrowser } from '../../harness/capture/browser.ts';
import { buildLoginEvidence } from '../../harness/capture/login-evidence.ts';
import { createRedactor } from '../../harness/capture/redact.ts';
import { createPhoneDriver } from '../../harness/drivers/phone.ts';
import { runLogin } from '../../harness/flows/login.ts';
import type { ArtifactName, Evidence, Exchange } from '../../harness/model/evidence.ts';
import type { PhonePlan } from '../../harness/model/phone.ts';
import type { Setup } from '../../harness/model/records.ts';
import type { Bench } from '../support/bench.ts';
import type { LoginCase } from './cases.ts';
import type { LiveMutation } from './live-mutation.ts';
import type { Parties } from './parties.ts';
import { attributesOf, people } from './people.ts';
import { connectPorts } from './ports.ts';
import { prepare } from './prepare.ts';
import { idpScreens } from './screens.ts';

export interface MadeLogin {
  readonly evidence: Evidence;
  readonly pictures: Readonly<Record<string, Uint8Array>>;
}

/** Makes one login as a case describes it, and brings home all that it saw. */
export async function makeLogin(
  one: LoginCase,
  bench: Bench,
  parties: Parties,
  mutation?: LiveMutation,
): Promise<MadeLogin> {
  const controls = parties.controls(bench.stack);
  const setup: Setup = { ...(await prepare(one, controls, parties.names, bench)), ...whom(one) };
  await mutation?.arrange(controls);
  bench.stack.frontDoor.rewriteLocations(mutation?.rewriteLocation);
  const ports = connectPorts(controls, parties.names, bench);
  const plan = planPhone(one);
  const redactor = createRedactor(randomUUID());
  let recording: BrowserRecording | undefined;
  let exchanges: readonly Exchange[] | undefined;
  const sight = await runLogin(
    { ...one, userName: people[one.person].directory?.userName ?? people[one.person].email },
    {
      browser: bench.browser,
      idp: ports.idp,
      sp: ports.sp,
      login: createPhoneDriver({
        phone: ports.phone,
        plan,
        screens: idpScreens,
        advanceClock: (ms) => controls.idp.send('PUT', '/clock', { offsetMs: ms }),
        now: Date.now,
      }),
      interceptions: [
        ...(one.tamperRelayState ? [ports.tamperRelayState] : []),
        ...(mutation?.interceptions ?? []),
      ],
      onContext: (context) => {
        recording = recordBrowser(context, Date.now);
      },
      onPage: async (page) => recording?.watch(page),
      onTrafficEnd: async () => {
        exchanges ??= await recording?.exchanges();
      },
      onStep: () => undefined,
      now: Date.now,
      patienceMs: 15_000,
    },
  );
  const traffic = exchanges ?? [];
  const evidence = buildLoginEvidence(
    {
      integration: '1kosmos-identity-center',
      case: one.id,
      flow: one.flow,
      targets: parties.targets,
      capturedAt: new Date(judgedAt(traffic)).toISOString(),
      clockSkewMs: 0,
      steps: sight.journey.steps,
      screenshots: sight.journey.screenshots,
      notes: sight.journey.notes,
      ...(sight.brokeOff === undefined ? {} : { brokeOff: sight.brokeOff }),
    },
    sight,
    traffic,
    setup,
    wantedOf(one),
    redactor,
  );
  return { evidence: mutation?.reshape(evidence) ?? evidence, pictures: sight.journey.pictures };
}

function whom(one: LoginCase): Setup {
  const person = people[one.person];
  return {
    initiatedBy: one.initiatedBy,
    user: person.directory,
    attributes: attributesOf(person),
    access: person.access,
    factor: planPhone(one).biometric,
  };
}

function planPhone(one: LoginCase): PhonePlan {
  return {
    owner: people[one.person].email,
    outcome: 'approve',
    biometric: 'touch-id',
    number: 'as-on-page',
    screen: 'own',
    ...one.phone,
  };
}

/** A message is judged at the moment when it reached the service provider. */
function judgedAt(exchanges: readonly Exchange[]): number {
  const arrival = exchanges.find(({ requestBody }) => requestBody?.includes('SAMLResponse='));
  const last = arrival ?? exchanges.at(-1);
  return last === undefined ? Date.now() : Date.parse(last.startedAt);
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
