import type { AttackWatch } from '../../../model/attack.ts';
import type { Mutation } from '../../../model/mutation.ts';
import type { Decision } from '../decide.ts';
import { findEchoedMarkup } from '../markup.ts';
import type { Timed } from '../watch.ts';
import { allowedMs, type Yardstick } from '../yardstick.ts';
import { type IdpJourney, type IdpWorld, tellAnswer } from './idp-journey.ts';
import { readAnswer } from './read-answer.ts';

export interface IdpDecision extends Timed {
  /** True when an assertion went where nobody registered, or was about the victim: never a matter of policy. */
  readonly isGrave?: boolean;
}

/** Decides what an attack on an identity provider came to. */
export async function judgeIdp(
  world: IdpWorld,
  mutation: Mutation,
  journey: IdpJourney,
  yardstick: Yardstick,
): Promise<IdpDecision> {
  // Whatever is watched: an assertion where nobody registered, or about the victim, is a fall.
  const answers = judgeAnswers(world, mutation, journey);
  const watch: AttackWatch = mutation.attack?.watch ?? 'identity';
  if (answers.outcome === 'fell' && (watch === 'identity' || answers.isGrave)) return answers;
  switch (watch) {
    case 'page':
      return judgePage(journey);
    case 'markup':
      return judgeMarkup(mutation, journey);
    case 'fetched':
      return judgeFetched(world);
    case 'answer-time':
      return judgeAnswerTime(journey, yardstick);
    default:
      return answers;
  }
}

/** Never an assertion where the request had to be refused, and nothing to an address that nobody registered. */
function judgeAnswers(
  { target }: IdpWorld,
  { safe }: Mutation,
  { ends, repeated, askings }: IdpJourney,
): IdpDecision {
  if (repeated !== undefined) return judgeRepeated(repeated);
  for (const visit of ends.values()) {
    const answer = readAnswer(visit);
    if (answer.kind === 'page') continue;
    const says = `The identity provider answered with ${tellAnswer(answer)}`;
    if (answer.to !== target.sp.acsUrl)
      return { outcome: 'fell', says: `${says}, which is not the registered address.`, isGrave: true };
    if (answer.kind !== 'assertion') continue;
    const isSelf = answer.about === target.self.nameId;
    if (answer.about === target.victim.nameId)
      return { outcome: 'fell', says: `${says}: the victim.`, isGrave: true };
    if (safe === 'refuses' || !isSelf) return { outcome: 'fell', says: `${says}, and had to refuse.` };
  }
  const failure = askings.find((one) => one.failure !== undefined)?.failure;
  if (failure?.name === 'TimeoutError')
    return { outcome: 'inconclusive', says: `The identity provider did not answer: ${failure.message}.` };
  const [last] = [...ends.values()].slice(-1);
  return {
    outcome: 'held',
    says:
      last === undefined
        ? 'Nothing came back.'
        : `It ended with ${tellAnswer(readAnswer(last))}, status ${last.status}.`,
  };
}

function judgeRepeated(statuses: readonly number[]): Decision {
  if (statuses.length === 0)
    return {
      outcome: 'inconclusive',
      says: 'Nothing could be sent a second time, as the first time was refused.',
    };
  const taken = statuses.some((status) => status >= 200 && status < 300);
  return taken
    ? { outcome: 'fell', says: 'What the phone sent a second time was taken again.' }
    : { outcome: 'held', says: `What the phone sent a second time was refused (${statuses.join(', ')}).` };
}

/** Where the answer has to come at once, no page may be shown. */
function judgePage({ ends }: IdpJourney): Decision {
  const [end] = [...ends.values()].slice(-1);
  if (end === undefined) return { outcome: 'inconclusive', says: 'There was no answer.' };
  const answer = readAnswer(end);
  return answer.kind === 'page' && end.status < 400
    ? { outcome: 'fell', says: `A page was shown at ${end.url}.` }
    : { outcome: 'held', says: `No page was shown, but ${tellAnswer(answer)} (status ${end.status}).` };
}

function judgeMarkup({ attack }: Mutation, { askings, ends }: IdpJourney): Decision {
  const pages = [...ends.values(), ...askings.flatMap(({ visit }) => visit ?? [])];
  if (pages.length === 0) return { outcome: 'inconclusive', says: 'There was no answer.' };
  for (const { forged } of askings) {
    const echoed = findEchoedMarkup(forged, pages, attack?.marker);
    if (echoed !== undefined)
      return { outcome: 'fell', says: `A page shows ${JSON.stringify(echoed.slice(0, 120))} unescaped.` };
  }
  return { outcome: 'held', says: 'No page shows the markup of the attack unescaped.' };
}

function judgeFetched({ bait }: IdpWorld): Decision {
  if (bait === undefined)
    return { outcome: 'inconclusive', says: 'There is no listener that would notice a fetch.' };
  return bait.wasFetched()
    ? { outcome: 'fell', says: 'The identity provider fetched the address that the request names.' }
    : { outcome: 'held', says: 'Nobody fetched the address that the request names.' };
}

async function judgeAnswerTime({ askings }: IdpJourney, yardstick: Yardstick): Promise<Timed> {
  const [slowest] = askings.toSorted((a, b) => b.tookMs - a.tookMs);
  if (slowest === undefined) return { outcome: 'inconclusive', says: 'Nothing was sent.' };
  const allowed = await allowedMs(yardstick, slowest.forged.request.url.length);
  const says = `The answer took ${Math.round(slowest.tookMs)} ms; ${allowed.says}.`;
  if (slowest.failure?.name === 'TimeoutError')
    return { outcome: 'fell', says: `There was no answer in time. ${says}` };
  const isSlow = slowest.tookMs > allowed.ms;
  return { outcome: isSlow ? 'fell' : 'held', says, isSlow };
}
