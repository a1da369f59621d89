import { recordArtifact } from '../../harness/capture/artifact.ts';
import { createPhoneDriver } from '../../harness/drivers/phone.ts';
import type { StsAnswer, StsAttempt } from '../../harness/model/aws-records.ts';
import type { ArtifactName, Evidence, Exchange } from '../../harness/model/evidence.ts';
import type { Bench } from '../support/bench.ts';
import { idpScreens, planPhone } from '../support/kosmos.ts';
import { type MadeLogin, recordLogin } from '../support/record-login.ts';
import { askSts } from './ask-sts.ts';
import type { IamCase } from './cases.ts';
import { type LiveMutation, liveControls } from './live-mutation.ts';
import type { Names, Parties } from './parties.ts';
import { connectPorts } from './ports.ts';
import { prepare } from './prepare.ts';
import { people } from './world.ts';

/** Makes one login as a case describes it, asks STS with the same response, and brings home all that was seen. */
export async function makeLogin(
  one: IamCase,
  bench: Bench,
  { controls: connect, names, targets }: Parties,
  mutation?: LiveMutation,
): Promise<MadeLogin> {
  const controls = connect(bench.stack);
  const { setup, account } = await prepare(one, controls, names, bench);
  await mutation?.arrange(liveControls(controls));
  const ports = connectPorts(controls, names, bench, one.chosen);
  const made = await recordLogin({
    frame: { integration: '1kosmos-aws-iam', case: one.id, flow: one.flow, targets },
    plan: planLogin(one),
    parties: {
      browser: bench.browser,
      idp: ports.idp,
      sp: ports.sp,
      login: createPhoneDriver({
        phone: ports.phone,
        plan: planPhone(people[one.person].email, {}),
        screens: idpScreens,
        advanceClock: (ms) => controls.idp.send('PUT', '/clock', { offsetMs: ms }),
        now: Date.now,
      }),
      interceptions: mutation?.interceptions ?? [],
    },
    setup,
    wanted: wantedOf(one),
    further: async (response) => ({
      account,
      sts: {
        attempts: response === undefined ? [] : await askSts(bench.stack, names.stsOrigin, response, one.sts),
      },
    }),
  });
  const evidence = withSignIn(made.evidence, names, one.chosen);
  return { ...made, evidence: mutation?.reshape(evidence) ?? evidence };
}

function planLogin(one: IamCase) {
  const { destination } = one;
  return {
    initiatedBy: 'idp' as const,
    userName: people[one.person].email,
    expected: one.expected,
    ...(destination === undefined ? {} : { deepLink: { wanted: destination, url: destination } }),
    homeAfterDeepLink: false,
    replays: one.again ? (['same-browser', 'other-browser'] as const) : [],
    signOut: false,
  };
}

/** What the sign-in page did with the response, as the traffic shows it, before what STS did. */
function withSignIn(evidence: Evidence, names: Names, chosen: string | undefined): Evidence {
  const { exchanges, sts } = evidence.artifacts;
  if (exchanges?.state !== 'seen' || sts?.state !== 'seen') return evidence;
  // Both were written by this process.
  const traffic = JSON.parse(exchanges.raw) as readonly Exchange[];
  const { attempts } = JSON.parse(sts.raw) as { attempts: readonly StsAttempt[] };
  const posts = traffic.filter(
    ({ method, url }) => method === 'POST' && url.startsWith(`${names.signInOrigin}/saml`),
  );
  const seen = posts.map(
    (post, index): StsAttempt => ({
      how: 'sign-in',
      url: post.url,
      askedAt: post.startedAt,
      ...(index > 0 && chosen !== undefined ? { roleArn: chosen } : {}),
      answer: readPage(post),
    }),
  );
  return {
    ...evidence,
    artifacts: { ...evidence.artifacts, sts: recordArtifact({ attempts: [...seen, ...attempts] }) },
  };
}

function readPage({ status, responseHeaders, responseBody = '' }: Exchange): StsAnswer {
  const location = responseHeaders.find(({ name }) => name === 'location')?.value;
  if (status >= 300 && status < 400)
    return { outcome: 'console', status, ...(location === undefined ? {} : { location }) };
  const roles = [...responseBody.matchAll(/name="roleIndex" value="([^"]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  if (roles.length > 0) return { outcome: 'role-choice', status, roles };
  const message = /data-testid="error-text">([^<]*)/.exec(responseBody)?.[1]?.trim() ?? '';
  return { outcome: 'refused', status, message };
}

function wantedOf(one: IamCase): readonly ArtifactName[] {
  const always: ArtifactName[] = [
    ...(['idp-metadata', 'sp-metadata', 'setup', 'exchanges', 'phone', 'outcome', 'account', 'sts'] as const),
    ...(['response', 'response-delivery'] as const),
  ];
  return [...always, ...(one.expected === 'signed-in' ? (['portal'] as const) : [])];
}
