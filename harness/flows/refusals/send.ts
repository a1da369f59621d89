import type { Jar } from '../../model/attack.ts';
import { DoesNotFit, type Forged } from './forge.ts';
import type { BrowserPort, Visit } from './ports.ts';
import { idpOrigin, toError, type World } from './world.ts';

/** One message that went to the target, and what came of it. */
export interface Sending {
  readonly kind: 'response' | 'logout';
  readonly jar: Jar;
  readonly forged: Forged;
  readonly copies: number;
  /** The browsers that sent it: the jar's own, or one for each copy. */
  readonly browsers: readonly BrowserPort[];
  /** What the jar held before, as `BrowserPort.allCookies` has it. */
  readonly cookiesBefore: readonly string[];
  /** Who was logged in before. */
  readonly whoBefore: string | undefined;
  /** Whose credentials another way into the account gave. */
  readonly redeemedBy: string | undefined;
  readonly visits: readonly Visit[];
  /** Why there was no answer, for those that had none. */
  readonly failures: readonly Error[];
  /** From the first byte sent to the last answer, in milliseconds. */
  readonly tookMs: number;
}

export interface SendPlan {
  readonly kind: Sending['kind'];
  readonly jar: Jar;
  readonly forged: Forged;
  readonly browser: BrowserPort;
  readonly copies: number;
  readonly to: 'second-node' | 'sts' | 'identity-pool' | undefined;
  readonly whoBefore: string | undefined;
}

/** Sends a message, or many copies of it at one instant. What the network does is part of the result. */
export async function send(world: World, plan: SendPlan): Promise<Sending> {
  const { kind, jar, forged, copies, to, whoBefore } = plan;
  const cookiesBefore = plan.browser.allCookies();
  const facts = { kind, jar, forged, copies, cookiesBefore, whoBefore };
  if (to === 'sts' || to === 'identity-pool') return { ...facts, ...(await redeem(world, to, plan)) };
  const browser = to === undefined ? plan.browser : throughSecondNode(world, plan.browser);
  const browsers = copies === 1 ? [browser] : Array.from({ length: copies }, () => browser.clone());
  // Made beforehand, so that nothing but the sending stands between the copies.
  const prepared = browsers.map((each) => ({ each, request: toRequest(forged) }));
  const began = world.stopwatch();
  const settled = await Promise.allSettled(
    prepared.map(({ each, request }) => each.visit(request, idpOrigin(world.target))),
  );
  const tookMs = world.stopwatch() - began;
  const visits = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [toError(one.reason)] : []));
  // Nothing went out, so that nothing can be said of the target.
  const unsent = failures.find(({ name }) => name === 'CannotSend');
  if (unsent !== undefined) throw unsent;
  return { ...facts, browsers, redeemedBy: undefined, visits, failures, tookMs };
}

function throughSecondNode({ target }: World, browser: BrowserPort): BrowserPort {
  if (target.secondNode === undefined) throw new DoesNotFit('the target has no second instance');
  return browser.through(target.secondNode);
}

async function redeem(
  { target, stopwatch }: World,
  to: 'sts' | 'identity-pool',
  { forged, browser }: SendPlan,
) {
  const ask = target.redeem?.[to];
  if (ask === undefined) throw new DoesNotFit(`the target's assertions are not taken by ${to}`);
  const response = new URLSearchParams(forged.request.body ?? '').get('SAMLResponse') ?? '';
  const began = stopwatch();
  const redeemedBy = await ask(response);
  return { browsers: [browser], redeemedBy, visits: [], failures: [], tookMs: stopwatch() - began };
}

/** @throws TypeError for what this kind of request cannot carry, such as a body with GET */
export function toRequest({ request }: Forged): Request {
  const { method, url, headers, body } = request;
  return new Request(url, {
    method,
    headers: { ...headers },
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
}
