import type { AcsRequest, AttackStep, Jar } from '../../model/attack.ts';
import type { Mutation } from '../../model/mutation.ts';
import { contextOf } from './context.ts';
import { carried, DoesNotFit, deliver, type Forged, forge } from './forge.ts';
import { type Earlier, type GenuineLogin, issueFor, logIn } from './log-in.ts';
import type { BrowserPort } from './ports.ts';
import { type Sending, send } from './send.ts';
import { type Started, startLogin } from './start-login.ts';
import type { World } from './world.ts';

/** What came of an attack's steps, as far as the verdict needs it. */
export interface Journey {
  readonly jars: ReadonlyMap<Jar, BrowserPort>;
  readonly sendings: readonly Sending[];
  /** Jars that a log-out step emptied. */
  readonly loggedOut: ReadonlySet<Jar>;
}

type StepOf<S extends AttackStep['step']> = Extract<AttackStep, { step: S }>;

const defaultSteps: readonly AttackStep[] = [
  { step: 'start', jar: 'own' },
  { step: 'send', jar: 'own', message: 'forged' },
];

/** Does an attack's steps. @throws NoLogin, DoesNotFit, MissingSigner, and what a change throws */
export async function travel(world: World, mutation: Mutation, lastGenuine: string): Promise<Journey> {
  const { target, issuer } = world;
  const jars = new Map<Jar, BrowserPort>();
  const beforeLogOut = new Map<Jar, BrowserPort>();
  const pending = new Map<Jar, Started>();
  const earlierIn = new Map<Jar, Earlier>();
  const sendings: Sending[] = [];
  const loggedOut = new Set<Jar>();
  const mayBeIn = new Set<Jar>();
  let earlier: GenuineLogin | undefined;
  let lastLogout: AcsRequest | undefined;
  let offsetMs = 0;
  const now = () => world.now() + offsetMs;
  const jarOf = (name: Jar) => {
    const browser = jars.get(name) ?? world.openBrowser();
    jars.set(name, browser);
    return browser;
  };
  const context = () => contextOf(world, earlier?.signed ?? lastGenuine, now());
  /** Asked only where a session may be: in an empty jar there is none. */
  const whoIn = async (jar: Jar) => (mayBeIn.has(jar) ? target.whoami(jarOf(jar)) : undefined);

  const sendMessage = async (step: StepOf<'send'>): Promise<void> => {
    const material =
      step.message === 'forged'
        ? issueFor(world, pending.get(step.madeFor ?? step.jar), now())
        : need(earlier, 'an earlier response');
    const forged = await (step.message === 'earlier'
      ? deliver(material, target)
      : forge(mutation, material, context(), world));
    await post('response', step, forged);
  };

  const sendLogout = async (step: StepOf<'send-logout'>): Promise<void> => {
    const url = target.singleLogoutUrl;
    if (url === undefined) throw new DoesNotFit('the target has no single logout service');
    const session = need(earlierIn.get(step.jar), `a login in the ${step.jar} browser`);
    const { issued, person } = session;
    const genuine = () => issuer.issueLogout(url, { person, sessionIndex: issued.sessionIndex, now: now() });
    const request = step.message === 'again' ? need(lastLogout, 'an earlier logout') : await genuine();
    beforeLogOut.set(step.jar, jarOf(step.jar).clone());
    lastLogout = step.message === 'forged' ? changeLogout(mutation, request, context) : request;
    await post('logout', step, carried(lastLogout));
  };

  const post = async (kind: Sending['kind'], step: StepOf<'send' | 'send-logout'>, forged: Forged) => {
    const { jar } = step;
    const whoBefore = await whoIn(jar);
    const more =
      step.step === 'send' ? { copies: step.copies ?? 1, to: step.to } : { copies: 1, to: undefined };
    sendings.push(await send(world, { kind, jar, forged, browser: jarOf(jar), whoBefore, ...more }));
    mayBeIn.add(jar);
  };

  const act = async (step: AttackStep): Promise<void> => {
    switch (step.step) {
      case 'start':
        if (target.start !== undefined) pending.set(step.jar, await startLogin(target, jarOf(step.jar)));
        return;
      case 'log-in':
        earlier = await logIn(world, jarOf(step.jar), now(), step.as ?? 'self');
        earlierIn.set(step.jar, earlier);
        mayBeIn.add(step.jar);
        return;
      case 'send':
        return sendMessage(step);
      case 'send-logout':
        return sendLogout(step);
      case 'restart':
        await target.restart?.();
        return;
      case 'log-out':
        beforeLogOut.set(step.jar, jarOf(step.jar).clone());
        await target.logOut?.(jarOf(step.jar));
        loggedOut.add(step.jar);
        return;
      case 'restore-cookies':
        jars.set(step.jar, need(beforeLogOut.get(step.jar), `a log-out in the ${step.jar} browser`).clone());
        return;
      case 'clock':
        offsetMs = need(earlier, 'an earlier response').issued.expiresAt - step.leftMs - world.now();
        await target.setClock?.(offsetMs);
        return;
      default:
        throw new DoesNotFit(`the step "${step.step}" is for identity providers`);
    }
  };

  try {
    for (const step of mutation.attack?.steps ?? defaultSteps) await act(step);
    return { jars, sendings, loggedOut };
  } finally {
    if (offsetMs !== 0) await target.setClock?.(0);
  }
}

function changeLogout(
  { id, change }: Mutation,
  request: AcsRequest,
  context: () => ReturnType<typeof contextOf>,
): AcsRequest {
  if (change.on !== 'acs-request') throw new DoesNotFit(`"${id}" changes ${change.on}, not a logout request`);
  return change.apply(request, context());
}

/** @throws Error for steps in an order that cannot be: a defect of the attack */
function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The attack's steps use ${what}, which no step before has made.`);
  return value;
}
