import type { AttackStep, Jar, SignerName } from '../../../model/attack.ts';
import type { Mutation, MutationContext } from '../../../model/mutation.ts';
import { makeContext, type SigningPair } from '../../../saml/mutation-context.ts';
import { DoesNotFit, type Forged } from '../forge.ts';
import type { Bait, BrowserPort, Stopwatch, Visit } from '../ports.ts';
import { NoLogin } from '../start-login.ts';
import { toError } from '../world.ts';
import { requestUrl, writeAuthnRequest } from './authn-request.ts';
import type { IdpTarget } from './idp-target.ts';
import { type IdpAnswer, readAnswer } from './read-answer.ts';
import { readMessage } from './read-message.ts';

/** What every attack on one identity provider has in common. */
export interface IdpWorld {
  readonly target: IdpTarget;
  readonly keys: Readonly<Partial<Record<SignerName, SigningPair>>>;
  readonly now: () => number;
  readonly stopwatch: Stopwatch;
  readonly ids: { readonly samlId: () => string };
  readonly openBrowser: () => BrowserPort;
  /** The address that this attempt may name, where there is a listener. */
  readonly bait?: Bait | undefined;
}

/** A request that went to the identity provider, or an address that was opened there. */
export interface Asking {
  readonly jar: Jar;
  readonly forged: Forged;
  readonly visit: Visit | undefined;
  readonly failure: Error | undefined;
  readonly tookMs: number;
}

export interface IdpJourney {
  readonly askings: readonly Asking[];
  /** Where each browser ended. */
  readonly ends: ReadonlyMap<Jar, Visit>;
  /** Status of each answer to something that a phone sent a second time; undefined when nothing was repeated. */
  readonly repeated: readonly number[] | undefined;
}

type StepOf<S extends AttackStep['step']> = Extract<AttackStep, { step: S }>;
const defaultSteps: readonly AttackStep[] = [{ step: 'send', jar: 'own', message: 'forged' }];

/** Does an attack's steps at an identity provider. @throws NoLogin, DoesNotFit, and what a change throws */
export async function travelIdp(
  world: IdpWorld,
  mutation: Mutation,
  lastGenuine: string,
): Promise<IdpJourney> {
  const { target } = world;
  const { attack } = mutation;
  const steps = attack?.steps ?? defaultSteps;
  const jars = new Map<Jar, BrowserPort>();
  const ends = new Map<Jar, Visit>();
  const loggedIn = new Set<Jar>();
  const askings: Asking[] = [];
  const undo: (() => Promise<void>)[] = [];
  let repeated: readonly number[] | undefined;
  let earlier: string | undefined;
  const jarOf = (name: Jar) => {
    const browser = jars.get(name) ?? world.openBrowser();
    jars.set(name, browser);
    return browser;
  };

  const ask = async (jar: Jar, url: string): Promise<void> => {
    const asking = await askFor(world, jarOf(jar), jar, url);
    askings.push(asking);
    if (asking.visit === undefined) ends.delete(jar);
    else ends.set(jar, asking.visit);
  };
  /** A person who is asked to log in does so, where no step says how: only then it shows what the request was good for. */
  const goOn = async (jar: Jar): Promise<void> => {
    const page = ends.get(jar);
    const isLeftOpen = !steps.some(({ step }) => step === 'answer-phone') && !loggedIn.has(jar);
    const needsEnd = attack?.watch === undefined || attack.watch === 'identity' || attack.watch === 'markup';
    if (page === undefined || !isLeftOpen || !needsEnd || !target.isLoginPage(page)) return;
    ends.set(jar, (await target.confirm(jarOf(jar), page, target.self, {})).visit);
  };

  const send = async (step: StepOf<'send'>): Promise<void> => {
    const genuine = requestUrl(target, newRequest(world));
    const past = step.message === 'forged' ? undefined : (earlier ?? lastGenuine);
    const url =
      step.message === 'earlier' ? (past ?? genuine) : changeRequest(mutation, past, genuine, world);
    await ask(step.jar, url);
    await goOn(step.jar);
  };

  const launch = async (step: StepOf<'launch'>): Promise<void> => {
    if (target.launch === undefined) throw new DoesNotFit('the target has no addresses that start a login');
    const arranged = await target.launch(step.what);
    undo.push(arranged.undo);
    await ask(step.jar, arranged.url);
    await goOn(step.jar);
  };

  const answerPhone = async (step: StepOf<'answer-phone'>): Promise<void> => {
    const page = ends.get(step.jar);
    if (page === undefined)
      throw new Error('A phone answers a login page, and no step before has opened one.');
    const confirmed = await target.confirm(jarOf(step.jar), page, target.self, step.plan);
    if (step.plan.again !== undefined) repeated = confirmed.repeated;
    ends.set(step.jar, confirmed.visit);
  };

  const act = async (step: AttackStep): Promise<void> => {
    switch (step.step) {
      case 'start':
        return ask(step.jar, requestUrl(target, newRequest(world)));
      case 'log-in':
        earlier = (await logInAtIdp(world, jarOf(step.jar), step.as ?? 'self')).url;
        loggedIn.add(step.jar);
        return;
      case 'send':
        return send(step);
      case 'launch':
        return launch(step);
      case 'answer-phone':
        return answerPhone(step);
      default:
        throw new DoesNotFit(`the step "${step.step}" is for service providers`);
    }
  };

  try {
    for (const step of steps) await act(step);
    return { askings, ends, repeated };
  } finally {
    for (const back of undo) await back();
    if (steps.some((step) => step.step === 'answer-phone')) await target.resetClock?.();
  }
}

function newRequest({ target, ids, now }: IdpWorld) {
  return { xml: writeAuthnRequest(target, ids.samlId(), now()), relayState: ids.samlId() };
}

/** The attack's change of a request: of its XML before it is signed or after, or of the address that carries it. */
function changeRequest(
  { id, change, stage }: Mutation,
  past: string | undefined,
  genuine: string,
  world: IdpWorld,
): string {
  const { target } = world;
  const context = idpContext(world);
  if (change.on === 'order') return past ?? genuine;
  if (change.on === 'request-url') return change.apply(past ?? genuine, context);
  if (change.on !== 'request')
    throw new DoesNotFit(`"${id}" changes ${change.on}, which is not sent to an identity provider`);
  const { xml, relayState } = newRequest(world);
  const changed = { xml: change.apply(xml, context), relayState };
  if (stage === 'before-signing' || target.sp.key === undefined) return requestUrl(target, changed);
  // The signature is that of the genuine request.
  const carrier = requestUrl(target, { xml, relayState });
  const message = new URL(requestUrl({ ...target, sp: withoutKey(target.sp) }, changed)).searchParams.get(
    'SAMLRequest',
  );
  return carrier.replace(/SAMLRequest=[^&]*/, () => `SAMLRequest=${encodeURIComponent(message ?? '')}`);
}

function withoutKey({ key: _, ...sp }: IdpTarget['sp']): IdpTarget['sp'] {
  return sp;
}

function idpContext({ target, keys, now, bait }: IdpWorld): MutationContext {
  return makeContext({
    now: now(),
    idpEntityId: target.entityId,
    spEntityId: target.sp.entityId,
    acsUrl: target.sp.acsUrl,
    self: target.self,
    victim: target.victim,
    signers: keys,
    ...(target.otherSp === undefined ? {} : { otherSp: target.otherSp }),
    ...(bait === undefined ? {} : { canaryUrl: bait.url }),
  });
}

async function askFor({ stopwatch }: IdpWorld, browser: BrowserPort, jar: Jar, url: string): Promise<Asking> {
  const query = new URL(url).searchParams;
  const relayState = query.get('RelayState') ?? undefined;
  const forged = { request: { method: 'GET', url, headers: {} }, message: readMessage(query), relayState };
  const began = stopwatch();
  try {
    const visit = await browser.visit(new Request(url));
    return { jar, forged, visit, failure: undefined, tookMs: stopwatch() - began };
  } catch (error) {
    return { jar, forged, visit: undefined, failure: toError(error), tookMs: stopwatch() - began };
  }
}

/** A complete, genuine login. @throws NoLogin when it does not end with an assertion about that person at the right place */
export async function logInAtIdp(
  world: IdpWorld,
  browser: BrowserPort,
  who: 'self' | 'victim',
): Promise<{ readonly url: string; readonly tookMs: number }> {
  const { target } = world;
  const url = requestUrl(target, newRequest(world));
  const { visit, failure, tookMs } = await askFor(world, browser, 'own', url);
  if (visit === undefined) throw failure ?? new NoLogin('the identity provider did not answer');
  if (!target.isLoginPage(visit))
    throw new NoLogin(
      `a genuine request does not lead to the login page (answer ${visit.status} at ${visit.url})`,
    );
  const { visit: end } = await target.confirm(browser, visit, target[who], {});
  const answer = readAnswer(end);
  if (answer.kind === 'assertion' && answer.about === target[who].nameId && answer.to === target.sp.acsUrl)
    return { url, tookMs };
  throw new NoLogin(
    `a genuine login of "${target[who].nameId}" ended with ${tellAnswer(answer)} (answer ${end.status} at ${end.url})`,
  );
}

/** An answer in words. */
export function tellAnswer(answer: IdpAnswer): string {
  switch (answer.kind) {
    case 'page':
      return 'a page';
    case 'assertion':
      return `an assertion about "${answer.about}" for ${answer.to}`;
    case 'status':
      return `the status ${answer.code} for ${answer.to}`;
    case 'elsewhere':
      return `the browser sent to ${answer.to}`;
  }
}
