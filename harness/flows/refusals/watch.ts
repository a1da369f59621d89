import type { AttackWatch } from '../../model/attack.ts';
import type { Mutation } from '../../model/mutation.ts';
import { countSessions } from './count-sessions.ts';
import { type Decision, decideIdentity, type Identity } from './decide.ts';
import type { Journey } from './journey.ts';
import { findEchoedMarkup } from './markup.ts';
import type { Sending } from './send.ts';
import { idpOrigin, shownName, type World } from './world.ts';
import { allowedMs, type Yardstick } from './yardstick.ts';

/** What a journey came to: whom the oracle named, and the decision. */
export interface Judged extends Timed {
  readonly identities: readonly Identity[];
}

/** A decision that may rest on how long an answer took. */
export interface Timed extends Decision {
  /** True when the outcome rests on one measured time alone, which may have been a hiccup. */
  readonly isSlow?: boolean;
}

interface Scene {
  readonly world: World;
  readonly mutation: Mutation;
  readonly journey: Journey;
  readonly yardstick: Yardstick;
  readonly identities: readonly Identity[];
}

const deciders: Readonly<Record<AttackWatch, (scene: Scene) => Timed | Promise<Timed>>> = {
  identity: judgeIdentity,
  sessions: judgeSessions,
  'new-session': judgeNewSession,
  'session-ended': judgeSessionEnded,
  page: () => ({ outcome: 'not-applicable', says: 'Only an identity provider is watched for a page.' }),
  redirect: judgeRedirect,
  markup: judgeMarkup,
  fetched: judgeFetched,
  'answer-time': judgeAnswerTime,
};

/** Decides what an attack came to, by what it watches. The victim newly logged in is a fall, whatever is watched. */
export async function judge(
  world: World,
  mutation: Mutation,
  journey: Journey,
  yardstick: Yardstick,
): Promise<Judged> {
  const identities = await identify(world, journey);
  const isVictim = ({ who, whoBefore }: Identity) =>
    who === shownName(world.target, 'victim') && who !== whoBefore;
  const watch = identities.some(isVictim) ? 'identity' : (mutation.attack?.watch ?? 'identity');
  const decision = await deciders[watch]({ world, mutation, journey, yardstick, identities });
  return { ...decision, identities };
}

function judgeIdentity({ world, mutation, journey, identities }: Scene): Decision {
  const decision = decideIdentity(mutation, world.target, identities);
  // A closed connection is a way to refuse; any other lack of an answer says nothing.
  const failure = failuresOf(journey).find((one) => !isClosed(one));
  return decision.outcome !== 'fell' && failure !== undefined ? unanswered(failure) : decision;
}

/** Asks the oracle about every jar that a message went to; without any, about every jar there is. */
async function identify(
  { target }: World,
  { jars, sendings, loggedOut }: Journey,
): Promise<readonly Identity[]> {
  const used = [...jars].filter(([jar]) => sendings.length === 0 || sendings.some((one) => one.jar === jar));
  return Promise.all(
    used.map(async ([jar, browser]) => {
      const last = sendings.findLast((one) => one.jar === jar);
      const seen = await Promise.all((last?.browsers ?? [browser]).map((each) => target.whoami(each)));
      const who = last?.redeemedBy ?? seen.find((name) => name !== undefined);
      // After a logout, what is still there is what counts, not what is new.
      const isLogout = last?.kind === 'logout';
      return {
        jar,
        who,
        whoBefore: last?.whoBefore,
        mustBeEmpty: isLogout,
        loggedOut: last !== undefined && !isLogout && loggedOut.has(jar),
      };
    }),
  );
}

/** Copies that were sent at one instant: every one that began a session of its own. */
async function judgeSessions({ world, journey: { sendings } }: Scene): Promise<Decision> {
  const sending = sendings.findLast(({ copies }) => copies > 1);
  if (sending === undefined) return { outcome: 'inconclusive', says: 'No copies were sent.' };
  const { copies, failures } = sending;
  const sessions = await countSessions(world.target, sending);
  const rest = failures.length === 0 ? '' : ` ${failures.length} had no answer.`;
  const says = `Of ${copies} copies sent at one instant, ${sessions} began a session.${rest}`;
  if (sessions > 1) return { outcome: 'fell', says };
  const [failure] = failures;
  return failure !== undefined && failures.length === copies
    ? unanswered(failure)
    : { outcome: 'held', says };
}

/** A jar that was logged in already: a session that the message began shows by cookies of its own. */
async function judgeNewSession({ world, journey }: Scene): Promise<Decision> {
  const sending = journey.sendings.at(-1);
  if (sending?.whoBefore === undefined)
    return { outcome: 'inconclusive', says: 'Nobody was logged in before the message was sent.' };
  return (await countSessions(world.target, { ...sending, whoBefore: undefined }, 'own')) > 0
    ? { outcome: 'fell', says: 'The message began a new session beside the one that was there.' }
    : answered(journey, 'The message began no new session.');
}

function judgeSessionEnded({ journey, identities }: Scene): Decision {
  const sending = journey.sendings.at(-1);
  if (sending?.whoBefore === undefined)
    return { outcome: 'inconclusive', says: 'Nobody was logged in before the message was sent.' };
  const after = identities.find(({ jar }) => jar === sending.jar)?.who;
  return after === sending.whoBefore
    ? answered(journey, `The session of "${sending.whoBefore}" went on.`)
    : { outcome: 'fell', says: `The session of "${sending.whoBefore}" ended.` };
}

function judgeRedirect({ world: { target }, journey }: Scene): Decision {
  const allowed = new Set([...target.origins, idpOrigin(target)]);
  const away = journey.sendings
    .flatMap(({ visits }) => visits.flatMap(({ onward }) => onward ?? []))
    .find(({ url }) => !allowed.has(new URL(url).origin));
  if (away !== undefined)
    return {
      outcome: 'fell',
      says: `The browser was led to ${away.url.slice(0, 200)}, which is not the target's.`,
    };
  return answered(journey, 'The browser was led nowhere but to the target’s own addresses.');
}

function judgeMarkup({ journey, mutation }: Scene): Decision {
  for (const { forged, visits } of journey.sendings) {
    const echoed = findEchoedMarkup(forged, visits, mutation.attack?.marker);
    if (echoed !== undefined)
      return { outcome: 'fell', says: `A page shows ${JSON.stringify(echoed.slice(0, 120))} unescaped.` };
  }
  return answered(journey, 'No page shows the markup of the attack unescaped.');
}

function judgeFetched({ world: { bait } }: Scene): Decision {
  if (bait === undefined)
    return { outcome: 'inconclusive', says: 'There is no listener that would notice a fetch.' };
  return bait.wasFetched()
    ? { outcome: 'fell', says: 'The target fetched the address that the message names.' }
    : { outcome: 'held', says: 'Nobody fetched the address that the message names.' };
}

async function judgeAnswerTime({ journey, yardstick }: Scene): Promise<Timed> {
  const [slowest] = journey.sendings.toSorted((a, b) => b.tookMs - a.tookMs);
  if (slowest === undefined) return { outcome: 'inconclusive', says: 'Nothing was sent.' };
  const allowed = await allowedMs(yardstick, sizeOf(slowest));
  const says = `The answer took ${Math.round(slowest.tookMs)} ms; ${allowed.says}.`;
  const [failure] = slowest.failures;
  if (failure?.name === 'TimeoutError')
    return { outcome: 'fell', says: `There was no answer in time. ${says}` };
  const isSlow = slowest.tookMs > allowed.ms;
  return { outcome: isSlow ? 'fell' : 'held', says, isSlow };
}

function sizeOf({ forged }: Sending): number {
  return Buffer.byteLength(forged.request.body ?? forged.request.url);
}

/** Held, if there was an answer to judge by. */
function answered(journey: Journey, says: string): Decision {
  const [failure] = failuresOf(journey);
  return failure === undefined ? { outcome: 'held', says } : unanswered(failure);
}

function unanswered(failure: Error): Decision {
  return { outcome: 'inconclusive', says: `The target did not answer: ${failure.message}.` };
}

function isClosed(error: Error): boolean {
  const codes = [error, error.cause].map((one) =>
    one instanceof Error && 'code' in one ? one.code : undefined,
  );
  return codes.some((code) => code === 'ECONNRESET' || code === 'EPIPE' || code === 'UND_ERR_SOCKET');
}

function failuresOf({ sendings }: Journey): readonly Error[] {
  return sendings.flatMap(({ failures }) => failures);
}
