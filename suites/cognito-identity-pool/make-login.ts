import { createPhoneDriver } from '../../harness/drivers/phone.ts';
import type { ArtifactName, Evidence } from '../../harness/model/evidence.ts';
import type { IdentityPoolRecord, PoolCall } from '../../harness/model/identity-pool-records.ts';
import { createIdentityPoolClient } from '../../mocks/aws/cognito-identity-pool/client.ts';
import type { Bench } from '../support/bench.ts';
import { idpScreens, planPhone } from '../support/kosmos.ts';
import { type MadeLogin, recordLogin } from '../support/record-login.ts';
import type { PoolCase } from './cases.ts';
import type { Controls, Parties } from './parties.ts';
import { connectPorts } from './ports.ts';
import { type Prepared, prepare } from './prepare.ts';
import { people } from './world.ts';

/** Makes one login as a case describes it, and brings home all that was seen of it and of the pool. */
export async function makeLogin(one: PoolCase, bench: Bench, parties: Parties): Promise<MadeLogin> {
  const controls = parties.controls(bench.stack);
  const prepared = await prepare(one, controls, parties.names, bench);
  const earlierIdentityId = one.earlier ? await enterOnce(one, bench, parties, prepared) : undefined;
  const known = earlierIdentityId === undefined ? {} : { earlierIdentityId };
  return enter(one, bench, parties, prepared, async () => ({
    ...prepared.record,
    ...known,
    calls: await callsOf(one, controls),
  }));
}

/** A login before the one that counts: what identity the person had then. */
async function enterOnce(one: PoolCase, bench: Bench, parties: Parties, prepared: Prepared) {
  const controls = parties.controls(bench.stack);
  await enter({ ...one, replays: [] }, bench, parties, prepared, async () => undefined);
  const [login = []] = await controls.app.get<readonly (readonly PoolCall[])[]>('/logins');
  return login.flatMap(({ answer }) => (answer.outcome === 'refused' ? [] : [answer.identityId]))[0];
}

function enter(
  one: PoolCase,
  bench: Bench,
  { controls: connect, names, targets }: Parties,
  { setup }: Prepared,
  describe: () => Promise<IdentityPoolRecord | undefined>,
): Promise<MadeLogin> {
  const controls = connect(bench.stack);
  const ports = connectPorts(controls, names, bench);
  const userName = people[one.person].email;
  return recordLogin({
    frame: { integration: 'cognito-identity-pool', case: one.id, flow: one.flow, targets },
    plan: {
      initiatedBy: 'idp',
      userName,
      expected: one.expected,
      homeAfterDeepLink: false,
      replays: one.replays,
      signOut: one.signOut,
    },
    parties: {
      browser: bench.browser,
      idp: ports.idp,
      sp: ports.sp,
      login: createPhoneDriver({
        phone: ports.phone,
        plan: planPhone(userName, {}),
        screens: idpScreens,
        advanceClock: (ms) => controls.idp.send('PUT', '/clock', { offsetMs: ms }),
        now: Date.now,
      }),
      interceptions: [],
    },
    setup,
    wanted: wantedOf(one),
    further: async () => ({ identityPool: await describe() }),
  }).then((made) => ({ ...made, evidence: withoutEmptyMetadata(made.evidence) }));
}

/** Every call of the application, in the order of its logins; tags from the pool's audit log. */
async function callsOf(one: PoolCase, { app, pools }: Controls): Promise<readonly PoolCall[]> {
  const logins = await app.get<readonly (readonly PoolCall[])[]>('/logins');
  const audit = await createIdentityPoolClient(pools).audit();
  const given = audit.filter(({ accessKeyId }) => accessKeyId !== undefined);
  const all = (one.earlier ? logins.slice(1) : logins).flat();
  const offset = given.length - all.filter(({ answer }) => answer.outcome === 'credentials').length;
  let seen = 0;
  return all.map((call, index) => {
    const wanted = one.calls[index];
    const expected = wanted === undefined ? {} : { expected: wanted };
    if (call.answer.outcome !== 'credentials') return { ...call, ...expected };
    const { principalTags = [] } = given[offset + seen] ?? {};
    seen += 1;
    return { ...call, ...expected, answer: { ...call.answer, principalTags } };
  });
}

/** The application publishes no metadata: there is none that could be wrong. */
function withoutEmptyMetadata(evidence: Evidence): Evidence {
  const { 'sp-metadata': metadata, ...others } = evidence.artifacts;
  return metadata?.state === 'seen' && metadata.raw === '' ? { ...evidence, artifacts: others } : evidence;
}

function wantedOf(one: PoolCase): readonly ArtifactName[] {
  const always = ['idp-metadata', 'setup', 'exchanges', 'phone', 'outcome', 'identity-pool'] as const;
  return [
    ...always,
    ...(['response', 'response-delivery'] as const),
    ...(one.expected === 'signed-in' ? (['portal'] as const) : []),
    ...(one.replays.length > 0 ? (['replays'] as const) : []),
  ];
}
